import { columnOf, problem, variableOf } from '@klankbord/model'
import type { Breakdown, Dataset, MultipleColumn, ReportPlan, SingleColumn, Variable } from '@klankbord/model'
import { bandedVariable, type SingleVariable } from './banded-variable.ts'
import { isBandable, isCountable, kindOf } from './countable.ts'

/** A question that tables can be made of. */
export interface CountableVariable {
  readonly variable: Variable
  readonly column: SingleColumn | MultipleColumn
}

/** The questions and breakdowns of a plan, with their columns. */
export interface SelectedVariables {
  readonly questions: readonly CountableVariable[]
  readonly breakdowns: readonly SingleVariable[]
}

/**
 * Looks up what a plan names. A number is published in the bands that one of the plan's breakdowns gives it.
 *
 * @throws Problem `unknownVariable`, `questionNotPublishable`, `breakdownNotUsable`, `bandsOverlap`, `duplicateInPlan`
 */
export function selectVariables(dataset: Dataset, plan: ReportPlan): SelectedVariables {
  refuseDuplicates(plan.questions)
  refuseDuplicates(plan.breakdowns.map((breakdown) => breakdown.variable))
  if (plan.headline !== undefined && !plan.questions.includes(plan.headline)) {
    throw problem('unknownVariable', { variable: plan.headline, known: plan.questions })
  }
  const breakdowns = plan.breakdowns.map((breakdown) => breakdownVariable(dataset, breakdown))
  return { questions: plan.questions.map((name) => questionVariable(dataset, name, breakdowns)), breakdowns }
}

function breakdownVariable(dataset: Dataset, breakdown: Breakdown): SingleVariable {
  const variable = variableOf(dataset.codebook, breakdown.variable)
  const column = columnOf(dataset, variable.name)
  if (isBandable(variable)) return bandedVariable(dataset, breakdown)
  if (column.type !== 'single' || !isCountable(variable) || breakdown.bands) {
    const type = breakdown.bands ? `${kindOf(variable)} with bands` : kindOf(variable)
    throw problem('breakdownNotUsable', { variable: variable.name, type })
  }
  return { variable, column }
}

function questionVariable(dataset: Dataset, name: string, breakdowns: readonly SingleVariable[]): CountableVariable {
  const variable = variableOf(dataset.codebook, name)
  const banded = breakdowns.find((breakdown) => breakdown.variable.name === name)
  if (banded) return banded
  const column = columnOf(dataset, name)
  if (isCountable(variable) && (column.type === 'single' || column.type === 'multiple')) return { variable, column }
  throw problem('questionNotPublishable', { question: name, type: kindOf(variable) })
}

function refuseDuplicates(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw problem('duplicateInPlan', { name: twice })
}
