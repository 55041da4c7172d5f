import type { Condition, Operand, ValueType } from '@klankbord/model'
import { bindExpression, lookUp } from './bind-expression.ts'
import type { Expression } from './expression.ts'
import { parseExpression } from './parse-expression.ts'
export { variablesIn } from './variables-in.ts'
import { unsupported, type Scope } from './scope.ts'

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
  const expression = parsed(text, scope)
  return (expression && bindExpression(expression, scope)) ?? undefined
}

/** The value that a text stands for, or undefined when it has faults: those are in `scope.list`. */
export function bindOperand(text: string, scope: Scope): BoundOperand | undefined {
  const expression = parsed(text, scope)
  if (expression?.kind !== 'variable') {
    if (expression) unsupported(scope, 'only a question can be used here')
    return undefined
  }
  const question = lookUp(expression.name, scope)
  const entry = question && scope.known.get(question.name)
  if (!question || !entry) return undefined
  const valueType = question.type === 'number' ? 'number' : question.type === 'boolean' ? 'boolean' : 'string'
  return { operand: { variable: question.name }, valueType, screen: entry.screen }
}

/**
 * Names in a text that was not bound yet, as they are written before the first dot or bracket: enough to put
 * calculated values in an order. Empty for a text that does not parse.
 */
export function namesIn(text: string): ReadonlySet<string> {
  const result = parseExpression(text)
  const names = new Set<string>()
  if ('expression' in result) gather(result.expression, names)
  return names
}

function gather(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'variable') names.add(expression.name.trim().split(/[.[]/)[0] ?? '')
  else if (expression.kind === 'binary') {
    gather(expression.left, names)
    gather(expression.right, names)
  } else if (expression.kind === 'unary') gather(expression.of, names)
  else if (expression.kind === 'list') for (const each of expression.of) gather(each, names)
}

function parsed(text: string, scope: Scope): Expression | undefined {
  const result = parseExpression(text)
  if ('expression' in result) return result.expression
  const { property, element, path } = scope
  scope.list.block('malformedCondition', path, { property, element, reason: result.reason })
  return undefined
}
