import { isPairs, type PlanComparisons } from '@klankbord/model'

/** What is no longer in a plan: names of questions and numbers, and of breakdowns and crossings. */
export interface LeftOutNames {
  readonly questions?: ReadonlySet<string>
  readonly breakdowns?: ReadonlySet<string>
}

/**
 * The comparisons of a plan without those of what is no longer in it. A list that names only such things compares nothing.
 *
 * @example fittingComparisons({ questions: ['t1', 'gone'] }, { questions: new Set(['gone']) }) // { questions: ['t1'] }
 */
export function fittingComparisons(
  planned: PlanComparisons,
  { questions: noQuestions, breakdowns: noBreakdowns }: LeftOutNames,
): PlanComparisons {
  if (planned === 'none') return planned
  const isQuestion = (name: string): boolean => noQuestions?.has(name) !== true
  const isBreakdown = (name: string): boolean => noBreakdowns?.has(name) !== true
  if (isPairs(planned)) return planned.filter(([question, by]) => isQuestion(question) && isBreakdown(by))
  const { questions, breakdowns } = planned
  return {
    ...(questions && { questions: questions.filter(isQuestion) }),
    ...(breakdowns && { breakdowns: breakdowns.filter(isBreakdown) }),
  }
}
