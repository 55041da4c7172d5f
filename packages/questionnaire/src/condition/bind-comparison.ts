import type { Comparison, Condition, Operand } from '@klankbord/model'
import { bindLiterals } from './bind-literals.ts'
import { areComparable, isOrdered } from './comparable.ts'
import type { Expression } from './expression.ts'
import { printCondition } from './print-expression.ts'
import { unsupported, type Binder, type Bound, type Scope } from './scope.ts'
import type { Typed } from './typed.ts'

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  equal: 'equal',
  notequal: 'notEqual',
  less: 'less',
  lessorequal: 'lessOrEqual',
  greater: 'greater',
  greaterorequal: 'greaterOrEqual',
  contains: 'contains',
  notcontains: 'notContains',
  anyof: 'anyOf',
  noneof: 'anyOf',
  allof: 'allOf',
}

/** The comparison that holds when its sides are changed over. */
const MIRRORED: Readonly<Partial<Record<Comparison, Comparison>>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  less: 'greater',
  lessOrEqual: 'greaterOrEqual',
  greater: 'less',
  greaterOrEqual: 'lessOrEqual',
}

/** Whether an operator of survey-core's parser compares two values. */
export function isComparison(operator: string): boolean {
  return Object.hasOwn(COMPARISONS, operator)
}

/** Binds a comparison. A value before a question changes sides with it: `3 < {age}` is `{age} > 3`. */
export function bindComparison(expression: Extract<Expression, { kind: 'binary' }>, bind: Binder): Bound<Condition> {
  const op = COMPARISONS[expression.operator] ?? 'equal'
  const bound = bindSides(op, expression.left, expression.right, bind)
  return expression.operator === 'noneof' && bound ? { op: 'not', of: bound } : bound
}

function bindSides(op: Comparison, first: Expression, second: Expression, bind: Binder): Bound<Condition> {
  if (isLiteral(first)) {
    const mirrored = MIRRORED[op]
    return mirrored === undefined || isLiteral(second)
      ? unsupported(bind.scope, 'a comparison needs a question, as in {q1} = 2')
      : bindSides(mirrored, second, first, bind)
  }
  const left = bind.value(first)
  if (!left || !isUsable(op, left, bind.scope)) return null
  const right = isLiteral(second) ? bindLiterals(op, left, second, bind.scope) : bindOther(op, left, second, bind)
  return right && { op, left: left.operand, right }
}

const isLiteral = ({ kind }: Expression): boolean => kind === 'value' || kind === 'list'

function isUsable(op: Comparison, typed: Typed, scope: Scope): boolean {
  const fault = kindFault(typed) ?? shapeFault(op, typed)
  if (fault) unsupported(scope, fault.reason, fault.suggestion)
  return !fault
}

interface Fault {
  readonly reason: string
  readonly suggestion?: string
}

function kindFault({ kind, name, operand }: Typed): Fault | null {
  if ('holds' in operand) return { reason: 'a condition cannot be compared: write it alone, or with ! before it' }
  if (kind === 'text') return { reason: `the words of ${name} cannot be compared: only empty and notempty can be used` }
  return kind === 'parts' ? { reason: `${name} has parts: compare one of them, or use empty and notempty` } : null
}

function shapeFault(op: Comparison, typed: Typed): Fault | null {
  const { name, list, worked } = typed
  if (!list && (op === 'contains' || op === 'notContains' || op === 'allOf'))
    return { reason: `${name} has one answer, so it contains nothing`, suggestion: op === 'contains' ? '=' : 'anyof' }
  if (worked && op === 'anyOf') return { reason: `${name} is worked out, so it is in no list`, suggestion: '=' }
  if (list === 'ranked' && (op === 'equal' || op === 'notEqual'))
    return { reason: `the order of ${name} cannot be compared`, suggestion: 'contains' }
  if (op !== 'equal' && op !== 'notEqual' && op in MIRRORED && !isOrdered(typed))
    return { reason: `the answers of ${name} have no order: not all of them are numbers` }
  return null
}

function bindOther(op: Comparison, left: Typed, second: Expression, bind: Binder): Bound<Operand> {
  const right = bind.value(second)
  if (!right) return null
  const fault = kindFault(right)
  if (fault) return unsupported(bind.scope, fault.reason, fault.suggestion)
  if (areComparable(op, left, right)) return right.operand
  const reason = `${left.name} and ${right.name} cannot be compared in this way`
  return unsupported(bind.scope, reason, inMonths(op, left, right))
}

/** A month beside a day: both counted in months since the year 0, which says the same in every time zone. */
function inMonths(op: Comparison, left: Typed, right: Typed): string | undefined {
  const months = [left, right].filter(({ kind }) => kind === 'month')
  if (months.length !== 1 || ![left, right].some(({ kind }) => kind === 'date')) return undefined
  const [first, second] = [left, right].map(({ operand }) => {
    const of = isToday(operand) ? [] : [operand]
    const year: Operand = { calculate: 'times', of: [{ call: 'year', of }, { value: 12 }] }
    return { calculate: 'plus', of: [year, { call: 'month', of }] } satisfies Operand
  })
  return first && second && MIRRORED[op] && printCondition({ op, left: first, right: second })
}

const isToday = (operand: Operand): boolean => 'call' in operand && operand.call === 'today' && operand.of.length === 0
