import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { keepFromMixing } from '../sealing/mix-wave.ts'
import type { DeletedKind, DeletionNotice } from './deletion.ts'

/** How much of a wave is still there that goes with its answers. */
export interface KeptRows {
  readonly waveId: string
  /** Responses, sealed or not, drafts and typed paper forms. */
  readonly answers: number
  readonly codes: number
}

/** The waves of a study that have answers, drafts or codes; tables in the order of `WAITING_ROOM`. */
export async function countKeptRows(db: Kysely<Schema>, studyId: string): Promise<readonly KeptRows[]> {
  const { rows } = await sql<{ wave_id: string; answers: number; codes: number }>`
    select wave_id, sum(answers)::int as answers, sum(codes)::int as codes from (
      select wave_id, count(*) as answers, 0 as codes from paper_entries where study_id = ${studyId} group by wave_id
      union all
      select wave_id, count(*), 0 from responses where study_id = ${studyId} group by wave_id
      union all
      select wave_id, count(*), 0 from pending_responses where study_id = ${studyId} group by wave_id
      union all
      select wave_id, count(*), 0 from drafts where study_id = ${studyId} group by wave_id
      union all
      select wave_id, 0, count(*) from access_codes where study_id = ${studyId} group by wave_id
      union all
      select wave_id, 0, count(*) from pending_codes where study_id = ${studyId} group by wave_id
    ) as kept group by wave_id order by wave_id`.execute(db)
  return rows.map(({ wave_id: waveId, answers, codes }) => ({ waveId, answers, codes }))
}

/** The tables whose rows of a study go when the term of its answers is over. */
export const ANSWER_TABLES: readonly (keyof Schema)[] = [
  'responses',
  'pending_responses',
  'drafts',
  'paper_entries',
  'access_codes',
  'pending_codes',
  'wave_margins',
  'code_counts',
  'quotes',
]

/**
 * Deletes the answers of a wave: responses, drafts, typed paper forms, codes, what was quoted, and what was counted apart
 * because it could single somebody out. Publications stay, and so does how much was sealed when.
 *
 * @param trx a transaction of `deletingFrom`; write the notices down in it
 * @returns one notice for answers and one for codes, of what there was
 */
export async function deleteAnswers(
  trx: Kysely<Schema>,
  { studyId, waveId }: { readonly studyId: string; readonly waveId: string },
  said: Pick<DeletionNotice, 'why' | 'by' | 'on'>,
): Promise<readonly DeletionNotice[]> {
  await keepFromMixing(trx, { studyId, waveId })
  const answers = await sql<Gone>`
    with typed as (delete from paper_entries where study_id = ${studyId} and wave_id = ${waveId} returning id),
      sealed as (delete from responses where study_id = ${studyId} and wave_id = ${waveId} returning id),
      waiting as (delete from pending_responses where study_id = ${studyId} and wave_id = ${waveId} returning id),
      begun as (delete from drafts where study_id = ${studyId} and wave_id = ${waveId} returning id),
      gone as (
        select id::text from sealed union all select id::text from waiting union all select id::text from begun
        union all select id::text from typed
      )
    ${COUNTED}`.execute(trx)
  const codes = await sql<Gone>`
    with known as (delete from access_codes where study_id = ${studyId} and wave_id = ${waveId} returning code_hash),
      waiting as (delete from pending_codes where study_id = ${studyId} and wave_id = ${waveId} returning code_hash),
      gone as (select code_hash as id from known union all select code_hash from waiting)
    ${COUNTED}`.execute(trx)
  for (const also of ['wave_margins', 'code_counts', 'quotes'] as const)
    await trx.deleteFrom(also).where('study_id', '=', studyId).where('wave_id', '=', waveId).execute()
  const notices: readonly (readonly [DeletedKind, Gone | undefined])[] = [
    ['answers', answers.rows[0]],
    ['codes', codes.rows[0]],
  ]
  return notices.flatMap(([what, gone]) =>
    gone === undefined || gone.rows === 0
      ? []
      : [{ id: randomUUID(), what, subject: waveId, ...said, ...gone, keyFingerprint: null }],
  )
}

interface Gone {
  readonly rows: number
  readonly digest: string
}

/** As `idsDigest` does, where the ids are. */
const COUNTED = sql`
  select count(*)::int as rows,
    encode(sha256(convert_to(coalesce(string_agg(id, e'\n' order by id collate "C"), ''), 'UTF8')), 'hex') as digest
  from gone`
