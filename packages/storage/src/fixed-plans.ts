import { contentHash, problem, type ReportPlan } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import { breaks } from './database-problem.ts'
import { isUuid } from './is-uuid.ts'
import type { Schema } from './schema.ts'

/** A report plan as it was fixed before results were seen, or as it was changed after. */
export interface FixedPlan {
  /** 1 for the first, before results were seen. */
  readonly number: number
  readonly plan: ReportPlan
  /** `contentHash` of the plan. */
  readonly hash: string
  /** ISO date. */
  readonly fixedOn: string
}

/**
 * Fixes the plan of a study. The plan that holds already is not fixed twice; another is added to those before it.
 *
 * @param on ISO date
 * @returns all that were fixed, oldest first
 * @throws Problem `unknownStudy`
 */
export async function fixPlan(
  db: Kysely<Schema>,
  studyId: string,
  plan: ReportPlan,
  on: string,
): Promise<readonly FixedPlan[]> {
  const before = await listFixedPlans(db, studyId)
  const hash = contentHash(plan)
  if (before.at(-1)?.hash === hash) return before
  const number = before.length + 1
  try {
    await db
      .insertInto('fixed_plans')
      .values({ study_id: studyId, number, plan: JSON.stringify(plan), hash, fixed_on: on })
      .execute()
  } catch (error) {
    // Two that publish at once fix one plan; whoever comes second looks at what the first fixed.
    if (breaks(error, 'fixed_plans_pkey')) return fixPlan(db, studyId, plan, on)
    if (breaks(error, 'fixed_plans_study_id_fkey')) throw problem('unknownStudy', { study: studyId })
    throw error
  }
  return [...before, { number, plan, hash, fixedOn: on }]
}

/** The plans of a study that were fixed, oldest first; the last one holds. */
export async function listFixedPlans(db: Kysely<Schema>, studyId: string): Promise<readonly FixedPlan[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('fixed_plans')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('number')
    .execute()
  return rows.map(fixedOf)
}

function fixedOf({ number, plan, hash, fixed_on }: Selectable<Schema['fixed_plans']>): FixedPlan {
  return { number, plan, hash, fixedOn: fixed_on }
}
