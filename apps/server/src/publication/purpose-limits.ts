import { limitsBroken } from '@klankbord/instruments'
import { problem, type Questionnaire, type ReportPlan } from '@klankbord/model'

/**
 * Lets through a plan that uses the questions for what they were made for.
 *
 * @throws Problem `purposeLimitBroken` for the first breakdown by provider or institution of questions that may not be
 */
export function refuseBrokenLimits(questionnaire: Questionnaire, plan: ReportPlan): void {
  const [broken] = limitsBroken(questionnaire, plan)
  if (broken !== undefined) throw problem('purposeLimitBroken', { ...broken })
}
