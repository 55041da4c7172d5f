import type { WaveState } from '@klankbord/model'
import type { FrameSummary } from '../api/fieldwork-types.ts'

/** The steps from a list to what became of each invitation, in their order. */
export const INVITING_STEPS = ['list', 'plan', 'draw', 'codes', 'send', 'marks'] as const
export type InvitingStep = (typeof INVITING_STEPS)[number]

/** The steps of a round: once it is closed nobody new is asked, and what comes back late is noted all the same. */
export function stepsOf(state: WaveState): readonly InvitingStep[] {
  return state === 'open' ? INVITING_STEPS : ['marks']
}

/** The step to do now. The calculator never has to be done, and what is heard is noted whenever something is. */
export function nextStep({ people, invitations, withCode }: FrameSummary): InvitingStep {
  if (people === 0) return 'list'
  if (invitations === 0) return 'draw'
  return withCode < invitations ? 'codes' : 'send'
}

/** Whether nothing is left to do in a step. */
export function isDone(step: InvitingStep, frame: FrameSummary): boolean {
  if (step === 'plan' || step === 'marks') return false
  return INVITING_STEPS.indexOf(step) < INVITING_STEPS.indexOf(nextStep(frame))
}
