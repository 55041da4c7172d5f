import { hasOptions, type Question, type Questionnaire, type ReportPlan } from '@klankbord/model'

/**
 * The plan of a study as far as it fits a version of the questionnaire, because questions may be renamed or taken out
 * after the plan was made. When none of its questions is left, every choice question that is not sensitive is published.
 *
 * @example fittingPlan({ questions: ['t1', 'gone'], breakdowns: [] }, questionnaire).questions // ['t1']
 */
export function fittingPlan(plan: ReportPlan, questionnaire: Questionnaire): ReportPlan {
  const choices = questionnaire.questions.filter(hasOptions)
  const names = new Set(choices.map(({ name }) => name))
  const breakdowns = plan.breakdowns.filter((breakdown) => canSplit(breakdown, questionnaire.questions))
  const split = new Set(breakdowns.map(({ variable }) => variable))
  const planned = plan.questions.filter((name) => names.has(name))
  const questions =
    planned.length > 0
      ? planned
      : choices.filter(({ name, sensitive }) => !sensitive && !split.has(name)).map(({ name }) => name)
  const headline = plan.headline !== undefined && questions.includes(plan.headline) ? { headline: plan.headline } : {}
  return { questions, breakdowns, ...headline }
}

function canSplit({ variable, bands }: ReportPlan['breakdowns'][number], questions: readonly Question[]): boolean {
  const question = questions.find(({ name }) => name === variable)
  if (question === undefined) return false
  return bands === undefined ? question.type !== 'checkbox' && hasOptions(question) : question.type === 'number'
}
