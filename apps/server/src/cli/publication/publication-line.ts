import type { PublicationSummary } from '@klankbord/storage'
import type { Clock } from '../../clock.ts'
import { asOf } from '../../publication/as-of.ts'
import { shownMoment } from '../../publication/embargo.ts'
import { say } from '../say.ts'

/** A publication as it stands now, in one line. */
export function publicationLine(stored: PublicationSummary, clock: Clock): string {
  const { id, edition, publishedOn, state, embargoUntil, withdrawal } = asOf(stored, clock)
  const until = embargoUntil === null ? '' : shownMoment(embargoUntil)
  const why = withdrawal?.reason ?? ''
  return say('publicationLine', { id, edition, publishedOn, state, until, why })
}
