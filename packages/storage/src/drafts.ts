import type { Answers } from '@klankbord/model'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Schema } from './schema.ts'
import { isUuid } from './is-uuid.ts'
import type { WaveReference } from './waves.ts'

/** Answers that were not sent yet. */
export interface Draft {
  /** The id that the response will have. */
  readonly id: string
  readonly answers: Answers
  /** Counts the changes on the device, from 1. */
  readonly revision: number
  readonly language: string
  /** Names of the required questions that were asked once more. */
  readonly asked: readonly string[]
}

/** The highest revision. A draft that was erased has it, without answers, so that nothing older that comes late takes its place. */
export const LAST_REVISION = 1_000_000

/**
 * Saves a draft unless something newer is there. The same draft may be saved again.
 *
 * @returns `stale` when a newer revision, another draft of the same revision or the sent response is
 *   stored under this id, or was and is withdrawn
 */
export async function saveDraft(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  draft: Draft,
): Promise<'saved' | 'stale'> {
  const saved = await sql<{ id: string }>`
    insert into drafts as stored (study_id, id, wave_id, revision, answers, language, asked)
    values (${studyId}, ${draft.id}, ${waveId}, ${draft.revision}, ${JSON.stringify(draft.answers)}, ${draft.language},
      ${JSON.stringify(draft.asked)})
    on conflict (study_id, id) do update set
      revision = excluded.revision, answers = excluded.answers, language = excluded.language,
      asked = excluded.asked, week = excluded.week
    where stored.wave_id = excluded.wave_id and (
      stored.revision < excluded.revision or (stored.revision, stored.answers, stored.language, stored.asked)
        = (excluded.revision, excluded.answers, excluded.language, excluded.asked))
    returning id`.execute(db)
  if (saved.rows.length === 0) return 'stale'
  // Looked at after the draft was committed: a response that is sent at the same moment must not leave it behind. The
  // draft comes last, for that is the order of locks of `WAITING_ROOM`.
  const dropped = await sql`
    with sent as (
      select from responses where study_id = ${studyId} and id = ${draft.id}
      union all
      select from pending_responses where study_id = ${studyId} and id = ${draft.id}
      union all
      select from withdrawn_responses where study_id = ${studyId} and id = ${draft.id}
    )
    delete from drafts where study_id = ${studyId} and id = ${draft.id} and exists (select from sent)
    returning id`.execute(db)
  return dropped.rows.length > 0 ? 'stale' : 'saved'
}

/** The draft, or null when there is none in this wave. */
export async function findDraft(db: Kysely<Schema>, wave: WaveReference, id: string): Promise<Draft | null> {
  if (!isUuid(id)) return null
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('study_id', '=', wave.studyId)
    .where('wave_id', '=', wave.waveId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** Forgets a draft. @returns whether there was one */
export async function deleteDraft(db: Kysely<Schema>, wave: WaveReference, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const deleted = await db
    .deleteFrom('drafts')
    .where('study_id', '=', wave.studyId)
    .where('wave_id', '=', wave.waveId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return deleted !== undefined
}

/**
 * Forgets the drafts of all studies that were last changed before a week.
 *
 * @param before ISO week, "2026-W18"
 * @returns how many there were
 */
export async function deleteOldDrafts(db: Kysely<Schema>, before: string): Promise<number> {
  const result = await db.deleteFrom('drafts').where('week', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}

function draftOf(row: Selectable<Schema['drafts']>): Draft {
  return {
    id: row.id,
    answers: row.answers as Answers,
    revision: row.revision,
    language: row.language,
    asked: row.asked,
  }
}
