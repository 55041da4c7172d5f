import { breakdownName, columnOf, problem, variableOf } from '@klankbord/model'
import type { Breakdown, Dataset, MultipleColumn, ReportPlan, SingleColumn, Variable } from '@klankbord/model'
import { bandedVariable, type SingleVariable } from './banded-variable.ts'
import { isBandable, isCountable, kindOf } from './countable.ts'
import { crossedVariable, type Crossing } from './crossed-variable.ts'
import { mergedVariable } from './merged-variable.ts'
import { nestingOf, type SelectedBreakdown } from './nesting.ts'

/** A question that tables can be made of. */
export interface CountableVariable {
  readonly variable: Variable
  readonly column: SingleColumn | MultipleColumn
}

/** The questions and breakdowns of a plan, with their columns. */
export interface SelectedVariables {
  readonly questions: readonly CountableVariable[]
  readonly breakdowns: readonly SelectedBreakdown[]
  readonly crossings: readonly Crossing[]
  /** What people are weighted by; none where everybody counts once. */
  readonly weighting: readonly SingleVariable[]
}

/**
 * Looks up what a plan names. A number is published in the bands that one of the plan's breakdowns gives it.
 *
 * @throws Problem `unknownVariable`, `questionNotPublishable`, `breakdownNotUsable`, `bandsOverlap`, `mergesOverlap`,
 *   `breakdownsDoNotNest`, `crossingNotUsable`, `duplicateInPlan`
 */
export function selectVariables(dataset: Dataset, plan: ReportPlan): SelectedVariables {
  refuseDuplicates(plan.questions)
  refuseDuplicates(plan.breakdowns.map(breakdownName))
  if (plan.headline !== undefined && !plan.questions.includes(plan.headline)) {
    throw problem('unknownVariable', { variable: plan.headline, known: plan.questions, in: 'plan' })
  }
  const breakdowns = nested(
    plan.breakdowns.map((breakdown) => breakdownVariable(dataset, breakdown)),
    plan.breakdowns,
  )
  return {
    questions: plan.questions.map((name) => questionVariable(dataset, name, breakdowns, plan.breakdowns)),
    breakdowns,
    crossings: crossingsOf(plan.crossings ?? [], breakdowns),
    weighting: weightingOf(dataset, plan, breakdowns),
  }
}

/** Breakdowns of the plan by the names that they have there, and other questions with one answer. */
function weightingOf(
  dataset: Dataset,
  { basis = 'counted' }: ReportPlan,
  breakdowns: readonly SingleVariable[],
): readonly SingleVariable[] {
  if (basis === 'counted') return []
  const { by } = basis.weighted
  refuseDuplicates(by)
  return by.map(
    (name) =>
      breakdowns.find(({ variable }) => variable.name === name) ?? breakdownVariable(dataset, { variable: name }),
  )
}

function breakdownVariable(dataset: Dataset, breakdown: Breakdown): SingleVariable {
  const { variable, column } = mergedVariable(codedVariable(dataset, breakdown), breakdown)
  const { as: name = variable.name, label = variable.label } = breakdown
  return { variable: { ...variable, name, label }, column }
}

function codedVariable(dataset: Dataset, breakdown: Breakdown): SingleVariable {
  const variable = variableOf(dataset.codebook, breakdown.variable)
  const column = columnOf(dataset, variable.name)
  if (isBandable(variable)) return bandedVariable(dataset, breakdown)
  if (column.type !== 'single' || !isCountable(variable) || breakdown.bands) {
    const type = breakdown.bands ? `${kindOf(variable)} with bands` : kindOf(variable)
    throw problem('breakdownNotUsable', { variable: variable.name, type })
  }
  return { variable, column }
}

/** Two breakdowns by the same variable have to nest, said or not: what their groups leave over of each other would tell. */
function nested(found: readonly SingleVariable[], planned: readonly Breakdown[]): readonly SelectedBreakdown[] {
  const withinOf = new Map(planned.map((breakdown) => [breakdownName(breakdown), breakdown.within]))
  const liesIn = (name: string, coarser: string, steps = planned.length): boolean => {
    const next = withinOf.get(name)
    return steps > 0 && next !== undefined && (next === coarser || liesIn(next, coarser, steps - 1))
  }
  for (const [index, one] of planned.entries()) {
    for (const other of planned.slice(index + 1)) {
      const [name, otherName] = [breakdownName(one), breakdownName(other)]
      if (one.variable !== other.variable || liesIn(name, otherName) || liesIn(otherName, name)) continue
      throw problem('breakdownsDoNotNest', { breakdown: name, within: otherName, code: null })
    }
  }
  return found.map((single): SelectedBreakdown => {
    const { name } = single.variable
    const within = withinOf.get(name)
    if (within === undefined) return single
    const coarser = found.find(({ variable }) => variable.name === within)
    if (coarser === undefined || liesIn(within, name)) {
      const known = [...withinOf.keys()].filter((one) => one !== name)
      throw problem('unknownVariable', { variable: within, known, in: 'plan' })
    }
    return { ...single, nesting: nestingOf(single, coarser) }
  })
}

function crossingsOf(
  planned: readonly (readonly [string, string])[],
  breakdowns: readonly SelectedBreakdown[],
): readonly Crossing[] {
  refuseDuplicates(planned.map((names) => names.toSorted().join('×')))
  return planned.map((crossing) => {
    const [first, second] = crossing.map((name) => breakdowns.find(({ variable }) => variable.name === name))
    if (!first || !second || areOneLine(first, second, breakdowns)) {
      throw problem('crossingNotUsable', { crossing, known: breakdowns.map(({ variable }) => variable.name) })
    }
    return crossedVariable(first, second)
  })
}

/** Whether one lies within the other: crossed they would be the finer one again. */
function areOneLine(
  first: SelectedBreakdown,
  second: SelectedBreakdown,
  breakdowns: readonly SelectedBreakdown[],
): boolean {
  const line = (one: SelectedBreakdown | undefined): readonly string[] => {
    if (one === undefined) return []
    return [one.variable.name, ...line(breakdowns.find(({ variable }) => variable.name === one.nesting?.within))]
  }
  return line(first).includes(second.variable.name) || line(second).includes(first.variable.name)
}

function questionVariable(
  dataset: Dataset,
  name: string,
  breakdowns: readonly SingleVariable[],
  planned: readonly Breakdown[],
): CountableVariable {
  const variable = variableOf(dataset.codebook, name)
  const banded = breakdowns.find((breakdown) => breakdown.variable.name === name)
  if (banded) return banded
  const elsewhere = planned.find((breakdown) => breakdown.variable === name)
  if (elsewhere)
    throw problem('questionNotPublishable', { question: name, type: `split as ${breakdownName(elsewhere)}` })
  const column = columnOf(dataset, name)
  if (isCountable(variable) && (column.type === 'single' || column.type === 'multiple')) return { variable, column }
  throw problem('questionNotPublishable', { question: name, type: kindOf(variable) })
}

function refuseDuplicates(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw problem('duplicateInPlan', { name: twice })
}
