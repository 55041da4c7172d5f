import { sql, type Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** A code as it is handed out: a keyed hash of it, and the group of the list that it is for. */
export interface NewAccessCode {
  readonly codeHash: string
  readonly stratum: string | null
}

/** What somebody who comes with a code is told apart by. `unknown`: it was never handed out in this wave. */
export type AccessCodeState = 'unused' | 'used' | 'unknown'

/** The codes of one group of the list. */
export interface AccessCodeCount {
  readonly stratum: string | null
  readonly unused: number
  readonly used: number
}

/**
 * Adds codes to a wave. One that is there already stays as it is, used or not, so the same call may be made again.
 *
 * @returns the hashes that are new
 */
export async function addAccessCodes(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  codes: readonly NewAccessCode[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ codeHash: string }>`
    insert into access_codes (study_id, wave_id, code_hash, stratum)
    select ${studyId}, ${waveId}, given.code_hash, given.stratum
    from unnest(${codes.map(({ codeHash }) => codeHash)}::text[], ${codes.map(({ stratum }) => stratum)}::text[])
      as given (code_hash, stratum)
    on conflict do nothing
    returning code_hash as "codeHash"`.execute(db)
  return rows.map(({ codeHash }) => codeHash)
}

/**
 * Whether somebody may begin with a code. In an anonymous wave that includes codes whose answers wait to be sealed, so
 * this is for who brings the code, and never for staff: `countAccessCodes` is.
 */
export async function accessCodeState(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  codeHash: string,
): Promise<AccessCodeState> {
  const { rows } = await sql<{ state: AccessCodeState }>`
    select case when waiting.code_hash is null then known.state else 'used' end as state
    from access_codes known left join pending_codes waiting using (study_id, wave_id, code_hash)
    where known.study_id = ${studyId} and known.wave_id = ${waveId} and known.code_hash = ${codeHash}`.execute(db)
  return rows[0]?.state ?? 'unknown'
}

/**
 * How many codes of each group were handed out and used, groups in order. In an anonymous wave a code counts as used
 * once its portion was sealed, never before: a count that moves with each response would tell who answered when.
 */
export async function countAccessCodes(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly AccessCodeCount[]> {
  if (!isUuid(studyId) || !isUuid(waveId)) return []
  const { rows } = await sql<AccessCodeCount>`
    select stratum, count(*) filter (where state = 'unused')::integer as unused,
      count(*) filter (where state = 'used')::integer as used
    from access_codes where study_id = ${studyId} and wave_id = ${waveId}
    group by stratum order by stratum nulls first`.execute(db)
  return rows
}
