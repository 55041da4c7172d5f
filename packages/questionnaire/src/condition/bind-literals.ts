import type { Comparison, Json, Operand, Option, Primitive } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { isDay, isMonth } from './calendar.ts'
import type { Expression } from './expression.ts'
import { isPrintable } from './print-expression.ts'
import { unsupported, type Bound, type Scope } from './scope.ts'
import type { Typed } from './typed.ts'

const NEEDS_LIST: ReadonlySet<Comparison> = new Set(['anyOf', 'allOf'])
const ORDERS: ReadonlySet<Comparison> = new Set(['less', 'lessOrEqual', 'greater', 'greaterOrEqual'])

/**
 * Binds the values that something is compared with. A value that stands for an option becomes the very value of that
 * option, so that "2" in a condition is 2 in an answer and evaluating needs no conversions.
 */
export function bindLiterals(op: Comparison, typed: Typed, other: Expression, scope: Scope): Bound<Operand> {
  const written = other.kind === 'list' ? other.of : [other]
  const values = written.map((part) => primitiveOf(part))
  if (values.includes(null) || values.length === 0)
    return unsupported(scope, `${typed.name} can be compared with values only`, 'empty')
  const listed = other.kind === 'list'
  const fault = shapeFault(op, typed, listed)
  if (fault !== null) return unsupported(scope, fault.reason, fault.suggestion)
  if (new Set(values.map((value) => spelling(value ?? ''))).size < values.length)
    return unsupported(scope, `a value stands twice in the list for ${typed.name}`)
  const bound = values.map((value) => bindLiteral(op, typed, value ?? '', scope))
  if (bound.includes(null)) return null
  return { value: (listed ? bound : (bound[0] ?? null)) as Json }
}

const primitiveOf = (part: Expression): Primitive | null =>
  part.kind === 'value' && typeof part.value !== 'object' ? part.value : null

function shapeFault(
  op: Comparison,
  { name, list }: Typed,
  listed: boolean,
): { readonly reason: string; readonly suggestion: string } | null {
  if (NEEDS_LIST.has(op)) return listed ? null : { reason: `${op} needs a list, as in [1, 2]`, suggestion: '[…]' }
  if (op === 'contains' || op === 'notContains') return null
  if (list && !listed)
    return { reason: `${name} can have several answers, so it never equals one value`, suggestion: 'contains' }
  if (!list && listed) return { reason: `${name} has one answer, so it never equals a list`, suggestion: 'anyof' }
  return null
}

function bindLiteral(op: Comparison, typed: Typed, value: Primitive, scope: Scope): Bound<Primitive> {
  const { options, name, kind } = typed
  if (kind === 'date' || kind === 'month') return bindDate(typed, value, scope)
  const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value) + 0
  if (options === undefined && kind === 'boolean') return bindTruth(name, value, scope)
  if (options === undefined || ORDERS.has(op)) {
    if (!Number.isFinite(number))
      return unsupported(scope, `${name} is compared with ${shown(String(value))}, which is no number`)
    if (ORDERS.has(op)) {
      hintOnEmpties(op, typed, number, scope)
      hintOnNever(op, typed, number, scope)
    }
    return number
  }
  // survey-core puts lists in order before it compares them, and capitals stand elsewhere in that order.
  const spelt = typed.list && (op === 'equal' || op === 'notEqual') ? String : spelling
  const option = options.find((candidate) => spelt(candidate.value) === spelt(value))
  if (!option) return unknownOption(typed, options, value, scope)
  if (isPrintable(option.value)) return option.value
  return unsupported(scope, `SurveyJS reads the value ${shown(String(option.value))} as something else`)
}

/** "2" stands for 2 and JA for ja, as in survey-core; "02" does not stand for 2. */
const spelling = (value: Primitive): string => String(value).trim().toLowerCase()

function unknownOption(typed: Typed, options: readonly Option[], value: Primitive, scope: Scope): null {
  const offered = options.map((candidate) => shown(String(candidate.value)))
  scope.list.block(
    'unknownConditionOption',
    scope.path,
    { question: typed.name, element: scope.element, value: shown(String(value)), offered },
    (near) => (typeof value === 'string' ? (labelled(value, options) ?? near(value, offered)) : undefined),
  )
  return null
}

/** Whoever wrote the words of an option meant its value. */
function labelled(words: string, options: readonly Option[]): string | undefined {
  const meant = options.filter(({ text }) => Object.values(text).some((label) => spelling(label) === spelling(words)))
  return meant.length === 1 && meant[0] ? shown(String(meant[0].value)) : undefined
}

function bindDate({ name, kind }: Typed, value: Primitive, scope: Scope): Bound<Primitive> {
  if (typeof value === 'string' && (kind === 'date' ? isDay(value) : isMonth(value))) return value
  const [what, example] = kind === 'date' ? ['day', "'2026-05-31'"] : ['month', "'2026-05'"]
  return unsupported(scope, `${name} is compared with ${shown(String(value))}, which is no ${what} like ${example}`)
}

const YES: ReadonlySet<string> = new Set(['ja', 'yes', '1'])
const NO: ReadonlySet<string> = new Set(['nee', 'no', '0'])

function bindTruth(name: string, value: Primitive, scope: Scope): Bound<Primitive> {
  const text = spelling(value)
  if (text === 'true' || text === 'false') return text === 'true'
  const meant = YES.has(text) ? 'true' : NO.has(text) ? 'false' : undefined
  return unsupported(scope, `${name} is compared with ${shown(String(value))}, and is true or false`, meant)
}

/** "Less than 2" also holds for "don't know", whose value is -3: as SurveyJS has it, but seldom what is meant. */
function hintOnEmpties(op: Comparison, { name, options = [] }: Typed, limit: number, scope: Scope): void {
  const below = op === 'less' || op === 'lessOrEqual'
  for (const option of options) {
    const value = Number(option.value)
    if (option.empty !== undefined && (value === limit ? op.endsWith('OrEqual') : value < limit === below))
      scope.list.hint('conditionOnEmptyCode', scope.path, {
        question: name,
        element: scope.element,
        value: shown(String(option.value)),
      })
  }
}

/** Above the highest or below the lowest answer there is nothing. */
function hintOnNever(op: Comparison, { name, options, limits = {} }: Typed, limit: number, scope: Scope): void {
  const values = options?.map(({ value }) => Number(value))
  const { min = -Infinity, max = Infinity } = values ? { min: Math.min(...values), max: Math.max(...values) } : limits
  const outermost = op === 'less' || op === 'lessOrEqual' ? limit - min : max - limit
  if (outermost < 0 || (outermost === 0 && !op.endsWith('OrEqual')))
    scope.list.hint('comparisonNeverHolds', scope.path, {
      question: name,
      element: scope.element,
      value: String(limit),
    })
}
