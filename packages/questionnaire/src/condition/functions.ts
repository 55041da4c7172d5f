import type { FunctionName } from '@klankbord/model'
import { add, textOf, type Value } from './calculate.ts'
import { daysBetween, monthsBetween, partsOf, shifted, weekdayOf } from './calendar.ts'

type Today = () => string

/**
 * What each function gives. Types were checked when the expression was compiled, so a value is of its kind or null.
 * `today` gives the date of the clock, and throws when there is none.
 */
export const FUNCTIONS: Readonly<Record<FunctionName, (args: readonly Value[], today: Today) => Value>> = {
  age: ([from, unit = 'years'], today) => (from ? between(from, today(), unit) : null),
  avg: (args) => total(args) / (flat(args).length || 1),
  count: (args) => flat(args).length,
  dateAdd: ([from, by, unit = 'days']) => (from && by ? shifted(textOf(from), Number(by), textOf(unit)) : null),
  dateDiff: ([from, to, unit = 'days']) => (from && to ? between(from, to, unit) : null),
  day: (args, today) => partsOf(dateOf(args, today))[2],
  iif: ([holds, then = null, otherwise = null]) => (holds ? then : otherwise),
  max: (args) => best(args, (value, than) => value > than),
  min: (args) => best(args, (value, than) => value < than),
  month: (args, today) => partsOf(dateOf(args, today))[1],
  round: (args) => {
    const [value, digits] = numbers(args)
    const scale = 10 ** (digits ?? 0)
    return Math.round(value * scale * (1 + Number.EPSILON)) / scale
  },
  sum: total,
  today: ([days], today) => shifted(today(), Number(days ?? 0), 'days'),
  trunc: (args) => {
    const [value, digits] = numbers(args)
    const text = String(value)
    const [whole, fraction = ''] = text.split('.')
    return digits && !text.includes('e') ? Number(`${whole}.${fraction.slice(0, digits)}`) : Math.trunc(value)
  },
  weekday: (args, today) => weekdayOf(dateOf(args, today)),
  year: (args, today) => partsOf(dateOf(args, today))[0],
}

/** All answers among the arguments, those of lists too. */
const flat = (args: readonly Value[]): readonly Value[] =>
  args.flatMap((value) => (Array.isArray(value) ? (value as readonly Value[]) : value === null ? [] : [value]))

function total(args: readonly Value[]): number {
  return flat(args).reduce<number>((sum, value) => add(sum, Number(value)), 0)
}

function best(args: readonly Value[], beats: (value: string | number, than: string | number) => boolean): Value {
  const [first = null, ...others] = flat(args) as readonly (string | number)[]
  return others.reduce<string | number | null>(
    (found, value) => (found !== null && beats(value, found) ? value : found),
    first,
  )
}

/** Whoever gave no value has the decimals taken for it: so has survey-core. */
function numbers(args: readonly Value[]): readonly [number, number | undefined] {
  const [value, digits] = flat(args)
  return [
    typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN,
    typeof digits === 'number' ? digits : undefined,
  ]
}

function between(from: Value, to: Value, unit: Value): number {
  if (unit === 'days') return daysBetween(textOf(from), textOf(to))
  const months = monthsBetween(textOf(from), textOf(to))
  return unit === 'months' ? months : Math.trunc(months / 12) + 0
}

/** Without a date it is that of today, as in survey-core. */
const dateOf = ([date]: readonly Value[], today: Today): string => (date ? textOf(date) : today())
