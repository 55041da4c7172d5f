import { type Comparison, type Condition, type Operand, type Question } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { nearest } from '../compile/suggest.ts'
import { areComparable, isOrdered } from './comparable.ts'
import { bindValues } from './bind-values.ts'
import type { Expression } from './expression.ts'
import { unsupported, type Bound, type Scope } from './scope.ts'

/** Turns an expression into a condition of the profile: names looked up, values made equal to those of the options. */
export function bindExpression(expression: Expression, scope: Scope): Bound<Condition> {
  switch (expression.kind) {
    case 'binary':
      return expression.operator === 'and' || expression.operator === 'or'
        ? bindJunction(expression.operator, expression, scope)
        : bindComparison(expression, scope)
    case 'unary':
      return bindUnary(expression, scope)
    case 'variable':
      return unsupported(scope, `{${shown(expression.name)}} alone is no condition: compare it, or write notempty`)
    case 'function':
      return unsupported(scope, `the function ${shown(expression.name)} is not in the profile`)
    default:
      return unsupported(scope, 'a value alone is no condition')
  }
}

type Binary = Extract<Expression, { kind: 'binary' }>

function bindJunction(op: 'and' | 'or', expression: Binary, scope: Scope): Bound<Condition> {
  const parts = [expression.left, expression.right].map((part) => bindExpression(part, scope))
  const of = parts.flatMap((part) => (part === null ? [] : part.op === op ? part.of : [part]))
  return parts.includes(null) ? null : { op, of }
}

function bindUnary(expression: Extract<Expression, { kind: 'unary' }>, scope: Scope): Bound<Condition> {
  if (expression.operator === 'negate') {
    const of = bindExpression(expression.of, scope)
    return of && { op: 'not', of }
  }
  const op = EMPTINESS[expression.operator]
  if (op === undefined) return unsupported(scope, `the operator ${expression.operator} is not in the profile`)
  if (expression.of.kind !== 'variable') return unsupported(scope, `${expression.operator} needs a question before it`)
  const question = lookUp(expression.of.name, scope)
  return question && { op, left: { variable: question.name } }
}

const EMPTINESS: Readonly<Record<string, 'empty' | 'notEmpty'>> = { empty: 'empty', notempty: 'notEmpty' }

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

function bindComparison(expression: Binary, scope: Scope): Bound<Condition> {
  if (expression.operator === 'noneof') {
    const of = bindComparison({ ...expression, operator: 'anyof' }, scope)
    return of && { op: 'not', of }
  }
  const op = COMPARISONS[expression.operator]
  if (op === undefined) return unsupported(scope, `calculating with ${expression.operator} is not in the profile`)
  if (expression.left.kind === 'variable') return bindSides(op, expression.left.name, expression.right, scope)
  const mirrored = MIRRORED[op]
  if (expression.right.kind === 'variable' && mirrored !== undefined)
    return bindSides(mirrored, expression.right.name, expression.left, scope)
  return unsupported(scope, 'a comparison needs a question, as in {q1} = 2')
}

function bindSides(op: Comparison, name: string, other: Expression, scope: Scope): Bound<Condition> {
  const question = lookUp(name, scope)
  if (!question) return null
  if (question.type === 'text' || question.type === 'comment')
    return unsupported(scope, `the words of ${name} cannot be compared: only empty and notempty can be used`)
  const multiple = question.type === 'checkbox'
  if (!multiple && (op === 'contains' || op === 'notContains' || op === 'allOf'))
    return unsupported(scope, `${name} has one answer, so it contains nothing`, op === 'contains' ? '=' : 'anyof')
  if (op !== 'equal' && op !== 'notEqual' && op in MIRRORED && !isOrdered(question))
    return unsupported(scope, `the answers of ${name} have no order: not all of them are numbers`)
  const right = bindOther(op, question, other, scope)
  return right && { op, left: { variable: name }, right }
}

function bindOther(op: Comparison, question: Question, other: Expression, scope: Scope): Bound<Operand> {
  if (other.kind !== 'variable') return bindValues(op, question, other, scope)
  const second = lookUp(other.name, scope)
  if (!second) return null
  if (areComparable(op, question, second)) return { variable: second.name }
  return unsupported(scope, `${question.name} and ${second.name} cannot be compared in this way`)
}

/** The question of this name, when it is asked on an earlier screen. */
export function lookUp(written: string, scope: Scope): Question | null {
  const name = written.trim()
  const entry = scope.known.get(name)
  if (entry === undefined) {
    scope.list.block('unknownConditionQuestion', scope.path, { question: shown(name), element: scope.element }, () =>
      nearest(name, [...scope.known.keys()]),
    )
    return null
  }
  if (entry !== null && entry.screen >= scope.screen) {
    scope.list.block('conditionLooksAhead', scope.path, { question: name, element: scope.element })
    return null
  }
  if (entry?.kind === 'calculated') return unsupported(scope, `the value ${name} cannot be used here`)
  return entry && entry.question
}
