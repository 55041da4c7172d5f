import type { FunctionName, Operand } from '@klankbord/model'
import { isDay } from './calendar.ts'
import { areWords, wordsOf, type Kind, type Typed } from './typed.ts'

/** Arguments that fit, in order, with what the function then gives. */
interface Fit {
  readonly args: readonly Typed[]
  readonly kind: Kind
  readonly worked?: true
}

/** What stands between the brackets of a function. */
interface Signature {
  /** In words, for whoever wrote something else. */
  readonly expected: string
  readonly least: number
  readonly most: number
  fit(args: readonly Typed[]): Fit | null
}

const ANY = Number.POSITIVE_INFINITY
const UNITS = ['days', 'months', 'years']

const DATE_IN_YEARS = "a date, and perhaps 'years' or 'months'"
const DATE_AND_NUMBER = "a date, a number, and perhaps 'days', 'months' or 'years'"
const TWO_DATES = "two dates, and perhaps 'days', 'months' or 'years'"
const DATE = 'a date, or nothing'
const DATE_OR_MONTH = 'a date or a month, or nothing'
const CHOICE = 'a condition and one or two values of one type'
const ORDERED = 'numbers, or dates of questions'
const DECIMALS = 'a number, and perhaps from 0 to 10 decimals'

/** The functions of the profile with what they take. */
export const SIGNATURES: Readonly<Record<FunctionName, Signature>> = {
  age: {
    expected: DATE_IN_YEARS,
    least: 1,
    most: 2,
    fit: ([from, unit]) => number(dateOf(from), unitOf(unit, ['years', 'months'])),
  },
  avg: { expected: 'numbers', least: 1, most: ANY, fit: numbers },
  count: { expected: 'questions', least: 1, most: ANY, fit: (args) => number(...args.map(answerOf)) },
  dateAdd: {
    expected: DATE_AND_NUMBER,
    least: 2,
    most: 3,
    fit: ([from, by, unit]) => worked(number(dateOf(from), numberOf(by), unitOf(unit, UNITS))),
  },
  dateDiff: {
    expected: TWO_DATES,
    least: 2,
    most: 3,
    fit: ([from, to, unit]) => number(dateOf(from), dateOf(to), unitOf(unit, UNITS)),
  },
  day: { expected: DATE, least: 0, most: 1, fit: (args) => number(...args.map(dayOf)) },
  iif: { expected: CHOICE, least: 2, most: 3, fit: choice },
  max: { expected: ORDERED, least: 1, most: ANY, fit: ordered },
  min: { expected: ORDERED, least: 1, most: ANY, fit: ordered },
  month: { expected: DATE_OR_MONTH, least: 0, most: 1, fit: (args) => number(...args.map(dateOf)) },
  round: { expected: DECIMALS, least: 1, most: 2, fit: decimals },
  sum: { expected: 'numbers', least: 1, most: ANY, fit: numbers },
  today: {
    expected: 'nothing, or a number of days',
    least: 0,
    most: 1,
    fit: (args) => worked(number(...args.map((days) => (isSteady(days.operand) ? numberOf(days) : null)))),
  },
  trunc: { expected: DECIMALS, least: 1, most: 2, fit: decimals },
  weekday: { expected: DATE, least: 0, most: 1, fit: (args) => number(...args.map(dayOf)) },
  year: { expected: DATE_OR_MONTH, least: 0, most: 1, fit: (args) => number(...args.map(dateOf)) },
}

/** All arguments fit: the function gives a number. An argument that is left out is undefined, one that does not fit null. */
function number(...args: readonly (Typed | null | undefined)[]): Fit | null {
  return args.includes(null) ? null : { args: args.flatMap((typed) => typed ?? []), kind: 'number' }
}

const worked = (fit: Fit | null): Fit | null => fit && { ...fit, kind: 'date', worked: true }

function numbers(args: readonly Typed[]): Fit | null {
  return number(...args.map((typed) => (typed.kind === 'number' ? typed : null)))
}

function ordered(args: readonly Typed[]): Fit | null {
  const days = args.map((typed) => (typed.worked ? null : dayOf(typed)))
  return numbers(args) ?? (days.includes(null) ? null : { args: days.flatMap((day) => day ?? []), kind: 'date' })
}

function decimals([value, digits]: readonly Typed[]): Fit | null {
  const many = digits && 'value' in digits.operand ? Number(digits.operand.value) : Number.NaN
  const fits = digits === undefined || (digits.kind === 'number' && Number.isInteger(many) && many >= 0 && many <= 10)
  return fits ? number(numberOf(value), digits) : null
}

function choice([holds, first, second]: readonly Typed[]): Fit | null {
  if (!holds || !first) return null
  const branches = [first, ...(second ? [second] : [])]
  const isDate = branches.some(({ kind }) => kind === 'date')
  const args = branches.map((typed) => (isDate ? dayOf(typed) : branchOf(typed)))
  const kinds = new Set(args.map((typed) => typed?.kind))
  const [kind] = kinds
  if (kind === undefined || kinds.size > 1) return null
  const fit = { args: [holds, ...args.flatMap((typed) => typed ?? [])], kind }
  return isDate ? { ...fit, worked: true } : fit
}

/** Words of an open answer, and options like "2", are something else to survey-core. */
function branchOf(typed: Typed): Typed | null {
  if (typed.list) return null
  if (typed.kind === 'number' || typed.kind === 'boolean') return typed
  const words = typed.kind === 'word' ? areWords(typed) : typed.kind === 'text' && !('variable' in typed.operand)
  return words ? { ...typed, kind: 'text' } : null
}

const numberOf = (typed: Typed | undefined): Typed | null => (typed?.kind === 'number' && !typed.list ? typed : null)

const answerOf = (typed: Typed): Typed | null => ('variable' in typed.operand && typed.kind !== 'parts' ? typed : null)

function dayOf(typed: Typed): Typed | null {
  const { kind, operand } = typed
  if (isDay(wordsOf(operand) ?? '')) return { ...typed, kind: 'date' }
  return kind === 'date' ? typed : null
}

const dateOf = (typed: Typed | undefined): Typed | null =>
  typed === undefined ? null : typed.kind === 'month' ? typed : dayOf(typed)

function unitOf(typed: Typed | undefined, units: readonly string[]): Typed | null | undefined {
  if (typed === undefined) return undefined
  return units.includes(wordsOf(typed.operand) ?? '') ? typed : null
}

/** Whether a number is always one: survey-core makes an impossible date of any other. */
function isSteady(operand: Operand): boolean {
  if ('calculate' in operand) return STEADY.has(operand.calculate) && operand.of.every(isSteady)
  return 'value' in operand || 'variable' in operand
}

const STEADY: ReadonlySet<string> = new Set(['plus', 'minus', 'times'])
