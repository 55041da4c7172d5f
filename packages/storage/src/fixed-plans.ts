import { canonicalJson, contentHash, problem, type ReportPlan } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'
import type { WaveReference } from './waves.ts'

/** A plan to fix. */
export interface NewFixedPlan {
  readonly plan: ReportPlan
  /** Whether nobody had looked at the answers of the wave yet. */
  readonly beforeResults: boolean
  /** Who fixed it, by name; empty for a command. */
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** A plan as it was fixed for a wave. */
export interface FixedPlan extends NewFixedPlan {
  /** 1, 2, 3 … of this wave; the last one holds. */
  readonly number: number
  /** `contentHash` of the plan. */
  readonly hash: string
}

/** Fixes a plan for a wave, after those that were fixed before; what is written stays. @throws Problem `unknownWave` */
export async function addFixedPlan(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  { plan, beforeResults, by, on }: NewFixedPlan,
): Promise<FixedPlan> {
  if (!isUuid(studyId) || !isUuid(waveId)) throw problem('unknownWave', { wave: waveId })
  const [content, hash] = [canonicalJson(plan), contentHash(plan)]
  return db.transaction().execute(async (trx) => {
    // One at a time, so that each has its own number.
    const wave = await sql`
      select id from waves where study_id = ${studyId} and id = ${waveId} for update`.execute(trx)
    if (wave.rows.length === 0) throw problem('unknownWave', { wave: waveId })
    const { rows } = await sql<{ number: number }>`
      insert into fixed_plans (study_id, wave_id, number, plan, hash, before_results, fixed_by, fixed_on)
      select ${studyId}, ${waveId}, coalesce(max(number), 0) + 1, ${content}, ${hash}, ${beforeResults}::boolean, ${by}, ${on}
      from fixed_plans where study_id = ${studyId} and wave_id = ${waveId}
      returning number`.execute(trx)
    return { number: rows[0]?.number ?? 1, plan, hash, beforeResults, by, on }
  })
}

/** The plans that were fixed for a wave, the first one first. @throws Problem `planAltered` */
export async function listFixedPlans(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<readonly FixedPlan[]> {
  if (!isUuid(studyId) || !isUuid(waveId)) return []
  const rows = await db
    .selectFrom('fixed_plans')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, plan: content, hash, before_results: beforeResults, fixed_by: by, fixed_on: on }) => {
    const plan = JSON.parse(content) as ReportPlan
    if (contentHash(plan) !== hash) throw problem('planAltered', { wave: waveId })
    return { number, plan, hash, beforeResults, by, on }
  })
}
