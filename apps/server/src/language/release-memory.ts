import { reviewsFrom, type LanguageCode, type Questionnaire, type ReviewOf, type TextRelease } from '@klankbord/model'
import { openLanguages } from './language-reviews.ts'

/** What speakers released, read anew once it is old, so that a page for a respondent does not wait for it each time. */
export interface ReleaseMemory {
  /** Where texts stand. @throws Problem `databaseUnavailable` */
  reviewOf(): Promise<ReviewOf>
  /** Where texts stood when it was read last, however long ago that is: for while the database is away. */
  lastKnown(): ReviewOf
  /** The languages in which respondents may be asked. @throws Problem `databaseUnavailable` */
  openLanguages(questionnaire: Questionnaire): Promise<readonly LanguageCode[]>
}

/** A release, or taking one back, holds on every server within this time, in milliseconds. */
const FRESH = 5_000

const NOTHING_RELEASED = reviewsFrom([])

/**
 * Remembers the releases of this installation.
 *
 * @param read the releases in the order in which they were made
 * @param fresh milliseconds during which they are not read again
 */
export function releaseMemory(read: () => Promise<readonly TextRelease[]>, fresh: number = FRESH): ReleaseMemory {
  let known: { readonly at: number; readonly reviewOf: ReviewOf } | null = null
  let opened = new Map<string, readonly LanguageCode[]>()
  const reviewOf = async (): Promise<ReviewOf> => {
    if (known !== null && performance.now() - known.at < fresh) return known.reviewOf
    known = { at: performance.now(), reviewOf: reviewsFrom(await read()) }
    opened = new Map()
    return known.reviewOf
  }
  return {
    reviewOf,
    lastKnown: () => known?.reviewOf ?? NOTHING_RELEASED,
    openLanguages: async (questionnaire) => {
      const current = await reviewOf()
      const languages = opened.get(questionnaire.hash) ?? openLanguages(questionnaire, current)
      opened.set(questionnaire.hash, languages)
      return languages
    },
  }
}
