import { localize, type LanguageCode, type PublicationTombstone } from '@klankbord/model'
import { formatDate, reportTexts } from './report-texts.ts'

/** What is told of a publication whose term is over, in sentences. */
export interface TombstoneWords {
  readonly title: string
  readonly happened: string
  /** Leads to the hash, by which a copy is known. */
  readonly copy: string
}

/** The sentences of the page and of the answer at the addresses of the data. A language without a catalogue gets Dutch words. */
export function tombstoneWords(tombstone: PublicationTombstone, language: LanguageCode): TombstoneWords {
  const text = reportTexts(language)
  const { edition, organisation, publishedOn, removedOn } = tombstone
  const title = localize(tombstone.title, language, tombstone.language)
  const dates = { published: formatDate(publishedOn, language), removed: formatDate(removedOn, language) }
  return {
    title: text('tombstoneTitle'),
    happened: text('tombstoneText', { title, organisation, edition, ...dates }),
    copy: text('tombstoneCopy'),
  }
}
