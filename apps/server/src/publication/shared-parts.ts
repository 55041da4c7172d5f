import { breakdownName, type Publication, type Questionnaire, type ReportPlan } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { isCountable } from '@klankbord/reporting'
import { listPublications, studyOrganisations, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { randomId } from '../randomness.ts'
import { withBreakdowns } from './fitting-plan.ts'

/** Whose part is which, with the id that its publication gets. */
export interface PartsOfStudy {
  readonly variable: string
  readonly parts: readonly { readonly id: string; readonly code: number; readonly organisationId: string }[]
}

/** The parts in which a study is shared, as far as a version asks what they go by; null when there are none. */
export async function sharedParts(
  { database, randomness }: ServerContext,
  studyId: string,
  questionnaire: Questionnaire,
): Promise<PartsOfStudy | null> {
  const parts = (await studyOrganisations(database.db, studyId)).flatMap(({ organisationId, part }) =>
    part !== null && isPart(questionnaire, part) ? [{ organisationId, ...part }] : [],
  )
  const [first] = parts
  if (first === undefined) return null
  const same = parts.filter(({ variable }) => variable === first.variable)
  return {
    variable: first.variable,
    parts: same.map(({ organisationId, value }) => ({ id: randomId(randomness), code: value, organisationId })),
  }
}

/** Whether people can be told apart by this: one answer of a question with one choice. */
export function isPart(
  questionnaire: Questionnaire,
  { variable: name, value }: { readonly variable: string; readonly value: number },
): boolean {
  const variable = codebook(questionnaire).variables.find((one) => one.name === name)
  if (variable === undefined || variable.type !== 'single' || !isCountable(variable)) return false
  return variable.categories.some(({ code, empty }) => code === value && empty === undefined)
}

/** The plan as it is read where the parts are one more breakdown. */
export function withBreakdown(plan: ReportPlan, variable: string): ReportPlan {
  const others = plan.breakdowns.filter((one) => one.variable !== variable)
  return { ...plan, breakdowns: [...others, { variable }] }
}

/** Whether a part of a wave was published on its own, whatever became of sharing since. */
export async function hasPartPublished({ database }: ServerContext, { studyId, id }: Wave): Promise<boolean> {
  const published = await listPublications(database.db, studyId)
  return published.some(
    ({ waveId, organisationId, state }) => waveId === id && organisationId !== null && state !== 'draft',
  )
}

/**
 * The plan of a later edition of a wave that is shared in parts: broken down by nothing that earlier ones were not. By what
 * the parts go by, it would show everybody the parts of all, and each of them at two moments, which tells who came in between.
 */
export function laterPlan(plan: ReportPlan, previous: readonly Publication[]): ReportPlan {
  const [first] = previous
  if (first === undefined) return plan
  const before = new Set(first.breakdowns.map(({ name }) => name))
  return withBreakdowns(
    plan,
    plan.breakdowns.filter((breakdown) => before.has(breakdownName(breakdown))),
  )
}
