import { findNumbers } from '@klankbord/disclosure'
import { problem, type EditionCorrection, type Publication, type WithdrawalReason } from '@klankbord/model'

/** Why somebody publishes another edition of a wave: answers came in (`update`), or a mistake is put right. */
export type WantedCorrection =
  { readonly reason: 'update' } | { readonly reason: WithdrawalReason; readonly words?: string }

/** What a new edition is held beside. */
export interface CorrectedEdition {
  readonly wave: string
  /** The edition before, which others could read; undefined for the first. */
  readonly before: Publication | undefined
  /** How many answers there are now. */
  readonly answered: number
}

/**
 * What a new edition tells of the one that it takes the place of. Where nobody says why, it follows from what is there: answers
 * that came in, else other figures or words from the same ones.
 *
 * @returns undefined for a first edition
 * @throws Problem `nothingToCorrect`, `nothingAdded`, `correctionWithoutWords`, `correctionWithNumber`
 */
export function editionCorrection(
  wanted: WantedCorrection | undefined,
  { wave, before, answered }: CorrectedEdition,
): EditionCorrection | undefined {
  if (before === undefined) {
    if (wanted !== undefined) throw problem('nothingToCorrect', { wave })
    return undefined
  }
  const { edition, publishedOn } = before
  const added = answered > before.account.answered
  if (wanted?.reason === 'update' && !added) throw problem('nothingAdded', { edition })
  if (wanted === undefined || wanted.reason === 'update')
    return { edition, publishedOn, reason: added ? 'newAnswers' : 'otherContent', words: null }
  const words = wanted.words?.trim() ?? ''
  if (['nl', 'en'].some((language) => findNumbers(words, language).length > 0))
    throw problem('correctionWithNumber', { edition })
  if (wanted.reason === 'other' && words === '') throw problem('correctionWithoutWords', { edition })
  return { edition, publishedOn, reason: wanted.reason, words: words === '' ? null : words }
}
