import { problem } from '@klankbord/model'
import type { Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { ReportWords, Schema } from './schema.ts'

/** What authors say with the figures of a study, and its revision, which the next save must name. */
export interface StoredReportWords extends ReportWords {
  readonly revision: number
}

/** What authors of a study said so far; nothing, at revision 0, before they did. @throws Problem `unknownStudy` */
export async function findReportWords(db: Kysely<Schema>, studyId: string): Promise<StoredReportWords> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const row = await db
    .selectFrom('studies')
    .select(['report_texts', 'report_texts_revision'])
    .where('study_id', '=', studyId)
    .executeTakeFirst()
  if (!row) throw problem('unknownStudy', { study: studyId })
  return { ...(row.report_texts ?? { authored: {}, decisions: [] }), revision: row.report_texts_revision }
}

/**
 * Saves what authors say when nobody else did since `revision`.
 *
 * @returns the new revision
 * @throws Problem `staleRevision`, `unknownStudy`
 */
export async function saveReportWords(
  db: Kysely<Schema>,
  studyId: string,
  { authored, decisions, revision }: StoredReportWords,
): Promise<number> {
  if (!isUuid(studyId)) throw problem('unknownStudy', { study: studyId })
  const saved = await db
    .updateTable('studies')
    .set((eb) => ({
      report_texts: JSON.stringify({ authored, decisions }),
      report_texts_revision: eb('report_texts_revision', '+', 1),
    }))
    .where('study_id', '=', studyId)
    .where('report_texts_revision', '=', revision)
    .returning('report_texts_revision')
    .executeTakeFirst()
  if (saved) return saved.report_texts_revision
  const { revision: current } = await findReportWords(db, studyId)
  throw problem('staleRevision', { given: revision, current })
}
