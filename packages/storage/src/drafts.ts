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
  /** A random mark of the device that changed it last; left out for the one that it began on. */
  readonly device?: string
}

/** The highest revision. A draft that was erased has it, without answers, so that nothing older that comes late takes its place. */
export const LAST_REVISION = 1_000_000

/** Answers that only who has the words can read. Their language is among what nobody can read. */
export interface SealedDraft {
  readonly id: string
  readonly revision: number
  /** Keyed hash of what was worked out of the words. */
  readonly wordsHash: string
  /** The same answers under the same words always give the same text. */
  readonly sealed: string
  readonly device?: string
}

/** What is kept under an id: answers, or what only who has the words can read. */
export type KeptDraft = Draft | SealedDraft

/** Whether the words are needed to read it. */
export function isSealed(draft: KeptDraft): draft is SealedDraft {
  return 'sealed' in draft
}

/**
 * Saves a draft unless something newer is there. The same draft may be saved again. One that was kept under words is never
 * kept readable, or under other words, again.
 *
 * @returns `stale` when a newer revision, another draft of the same revision or the sent response is
 *   stored under this id, or was and is withdrawn; when it is kept under other words; when another draft has these words
 */
export async function saveDraft(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  draft: KeptDraft,
): Promise<'saved' | 'stale'> {
  const row = isSealed(draft)
    ? { answers: {}, language: SEALED_LANGUAGE, asked: [], wordsHash: draft.wordsHash, sealed: draft.sealed }
    : { ...draft, wordsHash: null, sealed: null }
  const saved = await sql<{ id: string }>`
    insert into drafts as stored (study_id, id, wave_id, revision, answers, language, asked, words_hash, sealed, device)
    select ${studyId}, ${draft.id}, ${waveId}, ${draft.revision}::integer, ${JSON.stringify(row.answers)}::jsonb, ${row.language},
      ${JSON.stringify(row.asked)}::jsonb, ${row.wordsHash}::text, ${row.sealed}::text, ${draft.device ?? ''}
    where not exists (
      select from drafts where study_id = ${studyId} and wave_id = ${waveId} and words_hash = ${row.wordsHash}::text
        and id <> ${draft.id})
    on conflict (study_id, id) do update set
      revision = excluded.revision, answers = excluded.answers, language = excluded.language,
      asked = excluded.asked, week = excluded.week, words_hash = excluded.words_hash, sealed = excluded.sealed,
      device = excluded.device
    where stored.wave_id = excluded.wave_id
      and (stored.words_hash is null or stored.words_hash is not distinct from excluded.words_hash
        or excluded.revision = ${LAST_REVISION})
      and (stored.revision < excluded.revision
        or (stored.revision, stored.answers, stored.language, stored.asked)
          = (excluded.revision, excluded.answers, excluded.language, excluded.asked)
          and stored.sealed is not distinct from excluded.sealed)
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
export async function findDraft(db: Kysely<Schema>, wave: WaveReference, id: string): Promise<KeptDraft | null> {
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

/** The draft that is kept under these words in this wave, or null. */
export async function findDraftOfWords(
  db: Kysely<Schema>,
  wave: WaveReference,
  wordsHash: string,
): Promise<SealedDraft | null> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('study_id', '=', wave.studyId)
    .where('wave_id', '=', wave.waveId)
    .where('words_hash', '=', wordsHash)
    .executeTakeFirst()
  const draft = row && draftOf(row)
  return draft !== undefined && isSealed(draft) ? draft : null
}

/**
 * Erases a draft. Its id stays with the highest revision until old drafts are forgotten, so that nothing that comes late
 * takes its place and nobody gets the key to what a browser kept of it.
 *
 * @returns whether there was one that was not erased yet
 */
export async function eraseDraft(db: Kysely<Schema>, wave: WaveReference, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const erased = await db
    .updateTable('drafts')
    .set({
      revision: LAST_REVISION,
      answers: '{}',
      asked: '[]',
      language: SEALED_LANGUAGE,
      words_hash: null,
      sealed: null,
      device: '',
    })
    .where('study_id', '=', wave.studyId)
    .where('wave_id', '=', wave.waveId)
    .where('id', '=', id)
    .where('revision', '<', LAST_REVISION)
    .returning('id')
    .executeTakeFirst()
  return erased !== undefined
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

/** Stands where nobody is told the language. */
const SEALED_LANGUAGE = 'und'

function draftOf(row: Selectable<Schema['drafts']>): KeptDraft {
  const { id, revision, words_hash: wordsHash, sealed } = row
  const device = row.device === '' ? {} : { device: row.device }
  if (wordsHash !== null && sealed !== null) return { id, revision, wordsHash, sealed, ...device }
  return {
    id: row.id,
    answers: row.answers as Answers,
    revision: row.revision,
    language: row.language,
    asked: row.asked,
    ...device,
  }
}
