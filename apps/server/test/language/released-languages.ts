import { releaseOf, type LanguageCode, type TextRelease } from '@klankbord/model'
import { textsToReview } from '../../src/language/language-reviews.ts'
import { WMO } from '../wmo-wave.ts'

/**
 * Releases for tests only: as if a speaker of each language had released every text of the Wmo questionnaire and of the
 * pages around it. Nobody has.
 */
export function asIfReleased(...languages: readonly LanguageCode[]): () => Promise<readonly TextRelease[]> {
  const releases = languages.flatMap((language) =>
    textsToReview(WMO, language).map((text) => releaseOf(text, { by: 'een proef', on: '2026-11-22' })),
  )
  return () => Promise.resolve(releases)
}
