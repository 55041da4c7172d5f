import type { FunctionName, Operand } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import type { Expression } from './expression.ts'
import { hintOnEmpties } from './hint-on-empties.ts'
import { printOperand } from './print-expression.ts'
import type { Binder, Bound } from './scope.ts'
import { SIGNATURES } from './signatures.ts'
import { wordsOf, type Typed } from './typed.ts'

const NAMES: readonly FunctionName[] = Object.keys(SIGNATURES) as FunctionName[]

/** Functions of SurveyJS that are nearly one of ours: they differ in what they make of an answer that is not there. */
const NEARLY: Readonly<Record<string, FunctionName>> = {
  currentDate: 'today',
  getYear: 'year',
  diffDays: 'dateDiff',
}

/** Binds a function with its arguments. `currentYear()` is `year()`. */
export function bindCall(expression: Extract<Expression, { kind: 'function' }>, bind: Binder): Bound<Typed> {
  const { path, element, list } = bind.scope
  const name = expression.name === 'currentYear' && expression.of.length === 0 ? 'year' : expression.name
  if (!isKnown(name)) {
    const details = { function: shown(name), element, known: NAMES }
    list.block('unknownFunction', path, details, (near) =>
      Object.hasOwn(NEARLY, name) ? NEARLY[name] : near(name, NAMES),
    )
    return null
  }
  const { least, most, expected, fit } = SIGNATURES[name]
  const isEnough = expression.of.length >= least && expression.of.length <= most
  const args = isEnough ? expression.of.flatMap((part, index) => bindArgument(name, index, part, bind) ?? []) : []
  if (isEnough && args.length < expression.of.length) return null
  const fitting = isEnough ? fit(args) : null
  if (!fitting) {
    list.block('wrongArguments', path, { function: name, element, expected })
    return null
  }
  if (name !== 'count') for (const typed of fitting.args) hintOnEmpties(typed, bind.scope)
  if (name === 'dateAdd') reportNoShift(fitting.args, bind)
  const operand: Operand = { call: name, of: fitting.args.map((typed) => typed.operand) }
  return { operand, name: `${name}(…)`, kind: fitting.kind, ...(fitting.worked && { worked: true }) }
}

/** survey-core gives no date for one that is 0 days later, so no comparison with it ever holds. */
function reportNoShift([date, by, unit]: readonly Typed[], { scope }: Binder): void {
  if (!date || !by || !('value' in by.operand) || by.operand.value !== 0) return
  const reason = `0 ${unit ? wordsOf(unit.operand) : 'days'} later is no date in SurveyJS: write the date itself`
  const details = { function: 'dateAdd', element: scope.element, reason }
  scope.list.hint('givesNothing', scope.path, details, () => printOperand(date.operand))
}

const isKnown = (name: string): name is FunctionName => Object.hasOwn(SIGNATURES, name)

function bindArgument(name: FunctionName, index: number, part: Expression, bind: Binder): Bound<Typed> {
  if (name !== 'iif' || index > 0) return bind.value(part)
  const holds = bind.condition(part)
  return holds && { operand: { holds }, kind: 'boolean', name: 'condition' }
}
