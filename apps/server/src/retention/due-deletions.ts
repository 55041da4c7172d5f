import {
  collectionEnd,
  countContacts,
  countFormRequests,
  countKeptRows,
  findRetentionTerms,
  listStandingPublications,
  type Database,
  type KeptRows,
  type PublicationSummary,
} from '@klankbord/storage'
import { isOver, publicationEnd, retentionEnds } from './retention-ends.ts'

/** What of a study is still there although its term is over. */
export interface DueDeletions {
  /** How many contacts, and people who asked for another form. */
  readonly contacts: number
  readonly waves: readonly KeptRows[]
  readonly publications: readonly PublicationSummary[]
}

/** The database of the studies, and that of their contacts. */
export interface RetentionPlaces {
  readonly db: Database['db']
  readonly contacts: Database['db']
}

/** Looks what of a study is to be deleted today. @param today ISO date */
export async function dueDeletions(
  { db, contacts }: RetentionPlaces,
  studyId: string,
  today: string,
): Promise<DueDeletions> {
  const terms = await findRetentionTerms(db, studyId)
  const ends = retentionEnds(await collectionEnd(db, studyId), terms)
  const publications = await listStandingPublications(db, studyId)
  return {
    contacts: isOver(ends.contacts, today)
      ? sum(await countContacts({ db: contacts }, studyId)) + (await countFormRequests({ db: contacts }, studyId))
      : 0,
    waves: isOver(ends.answers, today) ? await countKeptRows(db, studyId) : [],
    publications: publications.filter(({ publishedOn }) => isOver(publicationEnd(publishedOn, terms), today)),
  }
}

/** Whether there is anything to delete. */
export function isDue({ contacts, waves, publications }: DueDeletions): boolean {
  return contacts > 0 || waves.length > 0 || publications.length > 0
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, count) => all + count, 0)
}
