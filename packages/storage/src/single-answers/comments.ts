import { problem } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { StaffName } from './quotes.ts'

/** What somebody of the staff says about a part of a study. */
export interface NewComment {
  /** What it is about: a JSON pointer into the definition, "wave/ID", "publication/ID"; empty for the whole study. */
  readonly place: string
  readonly text: string
  readonly by: StaffName
  readonly at: Date
}

/** A comment that was made. */
export interface StudyComment extends NewComment {
  readonly id: string
  /** Who said that it was dealt with, and on which day; null while nobody did. */
  readonly resolved: { readonly by: string; readonly on: string } | null
}

/** Adds what somebody says. */
export async function addComment(
  db: Kysely<Schema>,
  studyId: string,
  { place, text, by, at }: NewComment,
): Promise<StudyComment> {
  const row = await db
    .insertInto('comments')
    .values({ study_id: studyId, place, said: text, said_by: by.id, author: by.name, said_at: at })
    .returningAll()
    .executeTakeFirstOrThrow()
  return commentOf(row)
}

/** What was said about a study, the first first. */
export async function listComments(db: Kysely<Schema>, studyId: string): Promise<readonly StudyComment[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('said_at')
    .orderBy('id')
    .execute()
  return rows.map(commentOf)
}

/**
 * Says that a comment was dealt with; one of which that was said before stays as it was.
 *
 * @throws Problem `unknownComment`
 */
export async function resolveComment(
  db: Kysely<Schema>,
  studyId: string,
  id: string,
  resolved: { readonly by: string; readonly on: string },
): Promise<void> {
  if (!isUuid(studyId) || !isUuid(id)) throw problem('unknownComment', { comment: id })
  const of = db.selectFrom('comments').select('id').where('study_id', '=', studyId).where('id', '=', id)
  if ((await of.executeTakeFirst()) === undefined) throw problem('unknownComment', { comment: id })
  await db
    .updateTable('comments')
    .set({ resolved_by: resolved.by, resolved_on: resolved.on })
    .where('study_id', '=', studyId)
    .where('id', '=', id)
    .where('resolved_on', 'is', null)
    .execute()
}

function commentOf(row: Selectable<Schema['comments']>): StudyComment {
  const { id, place, said: text, author, said_at: at, resolved_by: by, resolved_on: on } = row
  return {
    id,
    place,
    text,
    by: { id: row.said_by, name: author },
    at,
    resolved: by === null || on === null ? null : { by, on },
  }
}
