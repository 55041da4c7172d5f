import type { Condition, Operand, ValueType } from '@klankbord/model'
import { findingList, type Suggest } from '../compile/finding-list.ts'
import { bindCondition as conditionOf } from './bind-condition.ts'
import { bindValue } from './bind-value.ts'
import type { Expression } from './expression.ts'
import { parseExpression, textFault } from './parse-expression.ts'
import { repairExpression } from './repair-expression.ts'
import { printCondition, printOperand } from './print-expression.ts'
import { unsupported, type Binder, type Scope } from './scope.ts'
import { areWords, type Typed } from './typed.ts'
import { variablesIn } from './variables-in.ts'

export { variablesIn } from './variables-in.ts'

/** An operand with the type of what it gives, and the last screen that it depends on: -1 for none. */
export interface BoundOperand {
  readonly operand: Operand
  readonly valueType: ValueType
  readonly screen: number
}

/**
 * The condition that a text stands for, or undefined when it has faults: those are in `scope.list`.
 *
 * @example bindCondition('{q1} = 2', scope) // { op: 'equal', left: { variable: 'q1' }, right: { value: 2 } }
 */
export function bindCondition(text: string, scope: Scope): Condition | undefined {
  const repairing = { ...scope, repair: repairOf(text, scope, bindCondition) }
  const expression = parsed(text, repairing)
  const condition = expression && conditionOf(expression, binder(repairing))
  return condition && isWritable(printCondition(condition), scope) ? condition : undefined
}

/**
 * The value that a text stands for, or undefined when it has faults: those are in `scope.list`.
 *
 * @example bindOperand('{a} + 1', scope) // { operand: { calculate: 'plus', … }, valueType: 'number', screen: 3 }
 */
export function bindOperand(text: string, scope: Scope): BoundOperand | undefined {
  const repairing = { ...scope, repair: repairOf(text, scope, bindOperand) }
  const expression = parsed(text, repairing)
  const typed = expression && bindValue(expression, binder(repairing))
  if (!typed || !isWritable(printOperand(typed.operand), scope)) return undefined
  const valueType = valueTypeOf(typed)
  if (valueType === null) {
    unsupported(scope, `${typed.name} is not one number, date, truth or word that can be worked with`)
    return undefined
  }
  const screens = [...variablesIn(typed.operand)].map((name) => scope.known.get(name)?.screen ?? -1)
  return { operand: typed.operand, valueType, screen: Math.max(-1, ...screens) }
}

/** Words of an open answer, and options like "2", are something else to survey-core. */
function valueTypeOf(typed: Typed): ValueType | null {
  if (typed.list) return null
  switch (typed.kind) {
    case 'number':
    case 'boolean':
    case 'date':
      return typed.kind
    case 'word':
      return areWords(typed) ? 'string' : null
    case 'text':
      return 'variable' in typed.operand ? null : 'string'
    default:
      return null
  }
}

/** Parts are bound by each other: a comparison in `iif`, and a calculation in a comparison. */
function binder(scope: Scope): Binder {
  const bind: Binder = {
    scope,
    condition: (expression) => conditionOf(expression, bind),
    value: (expression) => bindValue(expression, bind),
  }
  return bind
}

/** What was understood is written back by `decompile`, and must then be short enough to be read again. */
function isWritable(text: string, scope: Scope): boolean {
  const fault = textFault(text)
  if (fault !== null) malformed(fault, scope)
  return fault === null
}

/**
 * Names in a text that was not bound yet, as they are written before the first dot: enough to put calculated values
 * in an order. Empty for a text that does not parse.
 */
export function namesIn(text: string): ReadonlySet<string> {
  const result = parseExpression(text)
  const names = new Set<string>()
  if ('expression' in result) gather(result.expression, names)
  return names
}

function gather(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'variable') names.add(expression.name.trim().split('.')[0] ?? '')
  else if (expression.kind === 'binary') {
    gather(expression.left, names)
    gather(expression.right, names)
  } else if ('of' in expression) for (const each of [expression.of].flat()) gather(each, names)
}

function parsed(text: string, scope: Scope): Expression | undefined {
  const result = parseExpression(text)
  if ('expression' in result) return result.expression
  malformed(result.reason, scope)
  return undefined
}

function malformed(reason: string, scope: Scope): void {
  const { property, element, path, list } = scope
  list.block('malformedCondition', path, { property, element, reason }, scope.repair)
}

/** Nobody mends a longer one by ear, and each guess is parsed. */
const LONGEST_REPAIRED = 300
/** What parsing a character costs, in words compared. */
const COST = 2

/** Guesses a text that binds without a fault; a guess of a guess is none. */
function repairOf(text: string, scope: Scope, bind: (text: string, scope: Scope) => object | undefined): Suggest {
  const isName = (word: string): boolean => scope.known.get(word)?.kind !== undefined
  return (_, afford) => {
    if (scope.repair || text.length > LONGEST_REPAIRED || !afford(text.length * COST)) return undefined
    const meant = repairExpression(text, isName)
    if (meant === text) return undefined
    const list = findingList()
    return bind(meant, { ...scope, list, repair: () => undefined }) && !list.blocked ? meant : undefined
  }
}
