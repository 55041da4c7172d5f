import type { Calculation } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { bindCall } from './bind-call.ts'
import { isComparison } from './bind-comparison.ts'
import type { Expression } from './expression.ts'
import { hintOnEmpties } from './hint-on-empties.ts'
import { lookUp } from './look-up.ts'
import { isPrintable } from './print-expression.ts'
import { unsupported, type Binder, type Bound, type Scope } from './scope.ts'
import { areWords, isWord, wordsOf, type Typed } from './typed.ts'

/** Turns an expression into a value of the profile, with what it is before anything is answered. */
export function bindValue(expression: Expression, bind: Binder): Bound<Typed> {
  switch (expression.kind) {
    case 'variable':
      return lookUp(expression.name, bind.scope)
    case 'value':
      return bindLiteral(expression.value, bind.scope)
    case 'list':
      return unsupported(bind.scope, 'a list can only stand after a comparison')
    case 'function':
      return bindCall(expression, bind)
    case 'binary': {
      const by = CALCULATIONS[expression.operator]
      if (by !== undefined) return bindCalculation(by, expression, bind)
      if (isComparison(expression.operator) || isJunction(expression.operator)) return bindTruth(expression, bind)
      return unsupported(bind.scope, `the operator ${expression.operator} is not in the profile`)
    }
    default:
      return bindTruth(expression, bind)
  }
}

const CALCULATIONS: Readonly<Record<string, Calculation>> = {
  plus: 'plus',
  minus: 'minus',
  mul: 'times',
  div: 'divide',
  mod: 'modulo',
  power: 'power',
}

const isJunction = (operator: string): boolean => operator === 'and' || operator === 'or'

function bindTruth(expression: Expression, bind: Binder): Bound<Typed> {
  const holds = bind.condition(expression)
  return holds && { operand: { holds }, kind: 'boolean', name: 'condition' }
}

function bindLiteral(value: unknown, scope: Scope): Bound<Typed> {
  if (typeof value === 'number') return { operand: { value: value + 0 }, kind: 'number', name: String(value) }
  if (typeof value === 'boolean') return { operand: { value }, kind: 'boolean', name: String(value) }
  if (typeof value !== 'string' || value === '') return unsupported(scope, 'nothing is no value to work with', 'empty')
  if (!isPrintable(value)) return unsupported(scope, `SurveyJS reads the value ${shown(value)} as something else`)
  return { operand: { value }, kind: 'text', name: `'${shown(value)}'`, certain: true }
}

function bindCalculation(
  by: Calculation,
  expression: Extract<Expression, { kind: 'binary' }>,
  bind: Binder,
): Bound<Typed> {
  const [left, right] = [bind.value(expression.left), bind.value(expression.right)]
  if (!left || !right) return null
  if (by === 'plus' && [left, right].some(({ kind }) => kind === 'text' || kind === 'word'))
    return join(left, right, bind.scope)
  if (![left, right].every((typed) => isNumber(typed, bind.scope))) return null
  if ((by === 'divide' || by === 'modulo') && 'value' in right.operand && right.operand.value === 0)
    return unsupported(bind.scope, 'dividing by 0 has no result')
  return { operand: { calculate: by, of: [left.operand, right.operand] }, kind: 'number', name: '(…)' }
}

/** Reports what is no number, and hints where a kind of empty is counted as one. */
function isNumber(typed: Typed, scope: Scope): boolean {
  if (typed.kind === 'number' && !typed.list) {
    hintOnEmpties(typed, scope)
    return true
  }
  const reason = typed.list
    ? `${typed.name} can have several answers: use sum or count`
    : `${typed.name} is no number to calculate with`
  unsupported(scope, reason)
  return false
}

/** Words are put together only where survey-core cannot take them for numbers, and never two that may both be absent. */
function join(left: Typed, right: Typed, scope: Scope): Bound<Typed> {
  for (const typed of [left, right]) {
    const reason = joinFault(typed)
    if (reason !== null) return unsupported(scope, reason)
  }
  if (!left.certain && !right.certain)
    return unsupported(scope, `${left.name} and ${right.name} may both be empty: put words in quotation marks beside`)
  const operand = { calculate: 'plus', of: [left.operand, right.operand] } as const
  return { operand, kind: 'text', name: '(…)', certain: true }
}

function joinFault(typed: Typed): string | null {
  const { operand, kind, name, list } = typed
  const words = wordsOf(operand)
  if (words !== null) return isWord(words) ? null : `${name} is a number between quotation marks: leave them out`
  if (typed.certain || (kind === 'number' && !list) || (kind === 'word' && !list && areWords(typed))) return null
  return `${name} cannot be put together with words: show it as {${name}} in a text`
}
