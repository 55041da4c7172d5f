import type { WithdrawalReason } from '@klankbord/model'

/** Why a new edition takes the place of another, as the server takes it. */
export interface Correction {
  readonly reason: WithdrawalReason
  readonly words?: string
}

/** What was filled in about it; without a reason the server works it out: new answers, or other things to show. */
export interface CorrectionForm {
  readonly reason: WithdrawalReason | ''
  readonly words: string
}

/**
 * What was filled in, as the server takes it: undefined for no mistake, and null while words are missing.
 *
 * @example correctionOf({ reason: 'wrongWords', words: ' ' }) // { reason: 'wrongWords' }
 */
export function correctionOf({ reason, words }: CorrectionForm): Correction | undefined | null {
  if (reason === '') return undefined
  const said = words.trim()
  if (reason === 'other' && said === '') return null
  return { reason, ...(said !== '' && { words: said }) }
}
