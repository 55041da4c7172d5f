import type { Frame, Questionnaire, ReportPlan } from '@klankbord/model'
import { codebook, toDataset } from '@klankbord/questionnaire'
import { requireKnownComparisons } from './known-comparisons.ts'
import { numberSubjects, type NumberSubject } from './numbers/number-subject.ts'
import { plannedFrame } from './planned-frame.ts'
import { selectVariables } from './select-variables.ts'
import { refuseUnequalTargets, targetsOf } from './weights/plan-weights.ts'

/**
 * Refuses a plan that could never be published, whatever people answer: publishing looks up in the answers what it names.
 *
 * @returns the numbers that it tells
 * @throws Problem `unknownVariable`, `questionNotPublishable`, `numberNotPublishable`, `breakdownNotUsable`, `bandsOverlap`,
 *   `mergesOverlap`, `breakdownsDoNotNest`, `crossingNotUsable`, `duplicateInPlan`
 */
export function refuseUnfitPlan(plan: ReportPlan, questionnaire: Questionnaire): readonly NumberSubject[] {
  const dataset = toDataset(codebook(questionnaire), [])
  selectVariables(dataset, plan)
  const numbers = numberSubjects({ dataset, questionnaire, plan })
  requireKnownComparisons(plan, numbers)
  return numbers
}

/**
 * Refuses weights by what the frame of a wave has no sizes of, or sizes that do not add up to the same people.
 *
 * @throws Problem `targetsUnknown`, `marginsDisagree`
 */
export function refuseUnknownTargets(plan: ReportPlan, questionnaire: Questionnaire, frame: Frame | null): void {
  const { weighting } = selectVariables(toDataset(codebook(questionnaire), []), plan)
  refuseUnequalTargets(targetsOf(weighting, plannedFrame(frame, plan.breakdowns)))
}
