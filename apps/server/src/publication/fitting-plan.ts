import {
  breakdownName,
  problem,
  type AudienceSelection,
  type Breakdown,
  type Questionnaire,
  type ReportPlan,
  type Variable,
} from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { isBandable, isCountable, isNumber } from '@klankbord/reporting'
import { fittingComparisons } from './fitting-comparisons.ts'

/**
 * The plan of a study as far as it fits a version of the questionnaire, because questions may be renamed or taken out
 * after the plan was made. A number is published in the bands that a breakdown of the plan gives it. A plan that names
 * no question at all publishes every choice question, and every row of a matrix, that is not sensitive.
 *
 * @throws Problem `planFitsNothing` when none of the questions that the plan names is left
 * @example fittingPlan({ questions: ['t1', 'gone'], breakdowns: [] }, questionnaire).questions // ['t1']
 */
export function fittingPlan(plan: ReportPlan, questionnaire: Questionnaire): ReportPlan {
  const { variables } = codebook(questionnaire)
  const breakdowns = plan.breakdowns.filter((breakdown) => canSplit(breakdown, variables))
  const split = new Set(breakdowns.map(({ variable }) => variable))
  const choices = variables.filter(isCountable)
  const countable = new Set([...choices.map(({ name }) => name), ...split])
  const planned = plan.questions.filter((name) => countable.has(name))
  if (planned.length === 0 && plan.questions.length > 0) throw problem('planFitsNothing', { planned: plan.questions })
  const questions =
    planned.length > 0
      ? planned
      : choices.filter(({ name, sensitive }) => !sensitive && !split.has(name)).map(({ name }) => name)
  const { headline, comparisons, ...unled } = plan
  const led = headline !== undefined && questions.includes(headline) ? { headline } : {}
  const numbers: Pick<ReportPlan, 'numbers'> =
    plan.numbers === undefined ? {} : { numbers: numbersThatFit(plan.numbers, questionnaire, variables) }
  const gone = new Set([...plan.questions, ...(plan.numbers ?? [])])
  for (const name of [...questions, ...(numbers.numbers ?? [])]) gone.delete(name)
  const compared = comparisons && { comparisons: fittingComparisons(comparisons, { questions: gone }) }
  const fitted = withBreakdowns({ ...unled, questions, ...led, ...numbers, ...compared }, breakdowns)
  return plan.audiences === undefined ? fitted : withAudiences(fitted, plan.audiences, questionnaire)
}

/** What audiences get of a plan, as far as it is still there. @throws Problem `planFitsNothing` when nothing is left of what one gets */
function withAudiences(
  plan: ReportPlan,
  audiences: readonly AudienceSelection[],
  { scales = [] }: Questionnaire,
): ReportPlan {
  const told = new Set([...plan.questions, ...(plan.numbers ?? scales.map(({ name }) => name))])
  const split = new Set(plan.breakdowns.map(breakdownName))
  return {
    ...plan,
    audiences: audiences.map(({ audience, questions: named, breakdowns }) => {
      const questions = named?.filter((name) => told.has(name))
      if (questions?.length === 0) throw problem('planFitsNothing', { planned: named ?? [] })
      return {
        audience,
        ...(questions && { questions }),
        ...(breakdowns && { breakdowns: breakdowns.filter((name) => split.has(name)) }),
      }
    }),
  }
}

/**
 * The plan with these of its breakdowns only: without crossings of others or comparisons by them, and within no others. What is
 * weighted by stays: other weights would make another publication.
 */
export function withBreakdowns(plan: ReportPlan, breakdowns: readonly Breakdown[]): ReportPlan {
  const { crossings, comparisons, ...rest } = plan
  const names = new Set(breakdowns.map(breakdownName))
  const kept = (crossings ?? []).filter((crossing) => crossing.every((name) => names.has(name)))
  const before = [...plan.breakdowns.map(breakdownName), ...(crossings ?? []).map((crossing) => crossing.join('×'))]
  const after = new Set([...names, ...kept.map((crossing) => crossing.join('×'))])
  const gone = new Set(before.filter((name) => !after.has(name)))
  return {
    ...rest,
    ...(comparisons !== undefined && { comparisons: fittingComparisons(comparisons, { breakdowns: gone }) }),
    breakdowns: breakdowns.map(({ within, ...breakdown }) =>
      within !== undefined && names.has(within) ? { ...breakdown, within } : breakdown,
    ),
    ...(kept.length > 0 && { crossings: kept }),
  }
}

function numbersThatFit(
  names: readonly string[],
  { scales = [] }: Questionnaire,
  variables: readonly Variable[],
): readonly string[] {
  const told = new Set([...scales, ...variables.filter(isNumber)].map(({ name }) => name))
  return names.filter((name) => told.has(name))
}

/**
 * What a plan names and its fitted plan does not: no longer asked, or in a form that cannot be counted.
 *
 * @example leftOutOf(plan, fittingPlan(plan, questionnaire)) // ['gone']
 */
export function leftOutOf(plan: ReportPlan, fitted: ReportPlan): readonly string[] {
  const left = new Set(namesIn(fitted))
  return [...new Set(namesIn(plan))].filter((name) => !left.has(name))
}

const namesIn = ({ questions, breakdowns, headline, numbers = [] }: ReportPlan): readonly string[] => [
  ...questions,
  ...breakdowns.map(({ variable }) => variable),
  ...(headline === undefined ? [] : [headline]),
  ...numbers,
]

function canSplit({ variable: name, bands, merges = [] }: Breakdown, variables: readonly Variable[]): boolean {
  const variable = variables.find((candidate) => candidate.name === name)
  if (variable === undefined) return false
  if (bands !== undefined) return isBandable(variable)
  const codes = new Set(variable.categories.map(({ code }) => code))
  const merged = merges.every(({ of }) => of.every((code) => codes.has(code)))
  return variable.type === 'single' && isCountable(variable) && merged
}
