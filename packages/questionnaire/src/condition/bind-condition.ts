import type { Condition } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { bindComparison, isComparison } from './bind-comparison.ts'
import type { Expression } from './expression.ts'
import { lookUp } from './look-up.ts'
import { unsupported, type Binder, type Bound } from './scope.ts'

/** Turns an expression into a condition of the profile: names looked up, values made equal to those of the options. */
export function bindCondition(expression: Expression, bind: Binder): Bound<Condition> {
  switch (expression.kind) {
    case 'binary':
      if (expression.operator === 'and' || expression.operator === 'or')
        return bindJunction(expression.operator, expression, bind)
      if (isComparison(expression.operator)) return bindComparison(expression, bind)
      return unsupported(bind.scope, 'a calculation alone is no condition: compare it')
    case 'unary':
      return bindUnary(expression, bind)
    case 'variable':
    case 'function':
      return bindTruth(expression, bind)
    default:
      return unsupported(bind.scope, 'a value alone is no condition')
  }
}

type Binary = Extract<Expression, { kind: 'binary' }>

function bindJunction(op: 'and' | 'or', expression: Binary, bind: Binder): Bound<Condition> {
  const parts = [expression.left, expression.right].map((part) => bind.condition(part))
  const of = parts.flatMap((part) => (part === null ? [] : part.op === op ? part.of : [part]))
  return parts.includes(null) ? null : { op, of }
}

function bindUnary(expression: Extract<Expression, { kind: 'unary' }>, bind: Binder): Bound<Condition> {
  const { scope } = bind
  if (expression.operator === 'negate') {
    const of = bind.condition(expression.of)
    return of && { op: 'not', of }
  }
  const op = EMPTINESS[expression.operator]
  if (op === undefined) return unsupported(scope, `the operator ${expression.operator} is not in the profile`)
  if (expression.of.kind !== 'variable') return unsupported(scope, `${expression.operator} needs a question before it`)
  const typed = lookUp(expression.of.name, scope)
  return typed && { op, left: typed.operand }
}

const EMPTINESS: Readonly<Record<string, 'empty' | 'notEmpty'>> = { empty: 'empty', notempty: 'notEmpty' }

/** What is true or false may stand alone. */
function bindTruth(expression: Extract<Expression, { kind: 'variable' | 'function' }>, bind: Binder): Bound<Condition> {
  const typed = bind.value(expression)
  if (!typed) return null
  if (typed.kind === 'boolean') return { op: 'equal', left: typed.operand, right: { value: true } }
  const name = expression.kind === 'variable' ? `{${shown(expression.name)}}` : typed.name
  return unsupported(bind.scope, `${name} alone is no condition: compare it, or write notempty`)
}
