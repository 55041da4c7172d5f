import type { WaveMode } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import { atLeast, LEAST_GROUP, roundedDown, stepOf } from './sealing/at-least.ts'
import type { WaveReference } from './waves.ts'

/** A code as it is handed out: a keyed hash of it, and the group of the list that it is for. */
export interface NewAccessCode {
  readonly codeHash: string
  readonly stratum: string | null
}

/** What somebody who comes with a code is told apart by. `unknown`: it was never handed out in this wave. */
export type AccessCodeState = 'unused' | 'used' | 'unknown'

/** The codes of one group of the list. */
export interface AccessCodeGroup {
  readonly stratum: string | null
  readonly made: number
  /** Where `rounded`, at least so many. */
  readonly used: number
}

/** The codes of a wave, as staff may see them. */
export interface AccessCodeCount {
  readonly made: number
  /** Where `rounded`, at least so many. */
  readonly used: number
  readonly groups: readonly AccessCodeGroup[]
  /** Only round numbers are told, so that nobody reads in them who took part, nor how many withdrew. */
  readonly rounded: boolean
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
 * How many codes were handed out and used, groups in order. In an anonymous wave a code counts as used once its portion was
 * sealed, never before: a count that moves with each response would tell who answered when. Less is told still, for in a
 * group of one the count is about somebody, and beside the number of answers a total says how many withdrew: a multiple of
 * the least group below what it is. When it has ended its codes are gone and only these counts are there, in tens.
 *
 * @param leastGroup of the study, by which what is rounded is rounded; 10 where it is less
 */
export async function countAccessCodes(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  leastGroup: number = LEAST_GROUP,
): Promise<AccessCodeCount> {
  if (!isUuid(studyId) || !isUuid(waveId)) return { made: 0, used: 0, groups: [], rounded: false }
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  const known = await sql<{ mode: WaveMode; ended: boolean; sealed: number }>`
    select mode, state = 'sealed' as ended, (select coalesce(sum(codes), 0)::integer from seals where ${here}) as sealed
    from waves where study_id = ${studyId} and id = ${waveId}`.execute(db)
  const [wave] = known.rows
  const rounded = wave?.mode === 'codeAnonymous'
  const used = sql`state = 'used'`
  const step = stepOf(leastGroup)
  const counted = rounded ? atLeast(used, step) : sql`count(*) filter (where ${used})::integer`
  const { rows: groups } = await sql<AccessCodeGroup>`${
    rounded && wave.ended
      ? sql`select nullif(stratum, '') as stratum, made, ${roundedDown(sql`used`, step)} as used from code_counts where ${here} order by 1 nulls first`
      : sql`select stratum, count(*)::integer as made, ${counted} as used from access_codes where ${here}
          group by stratum order by stratum nulls first`
  }`.execute(db)
  const total = (field: 'made' | 'used'): number => groups.reduce((sum, group) => sum + group[field], 0)
  return {
    made: total('made'),
    used: rounded ? usedAtLeast(wave.sealed, total('made'), step) : total('used'),
    groups,
    rounded,
  }
}

/** What `atLeast` makes of a count in the database. @example usedAtLeast(38, 120, 10) // 30 */
function usedAtLeast(used: number, made: number, step: number): number {
  return Math.max(0, Math.floor(Math.min(used, made - 1) / step) * step)
}
