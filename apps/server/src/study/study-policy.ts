import { POLICY_RULES, problem, raisedPolicy, type DisclosurePolicy } from '@klankbord/model'
import { raiseStudyPolicy, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { studyAt } from './find-study.ts'

/** The rules of disclosure control that hold for a study. */
export function policyOf(
  { settings }: Pick<ServerContext, 'settings'>,
  { policy }: Pick<Study, 'policy'>,
): DisclosurePolicy {
  return raisedPolicy(settings.policy, policy)
}

/** The same, by the id of the study. @throws Problem `unknownStudy` */
export async function studyPolicy(context: ServerContext, studyId: string): Promise<DisclosurePolicy> {
  return policyOf(context, await studyAt(context, studyId))
}

/**
 * Raises rules of a study. They are never lowered, not to what they were either: people answered under them.
 *
 * @returns the rules that hold now
 * @throws Problem `policyNotUsable`, `policyLowered`, `unknownStudy`
 */
export async function raisePolicy(
  context: ServerContext,
  study: Pick<Study, 'id' | 'policy'>,
  wanted: Partial<DisclosurePolicy>,
): Promise<DisclosurePolicy> {
  const now = policyOf(context, study)
  for (const { name: rule, least, most } of POLICY_RULES) {
    const given = wanted[rule]
    if (given === undefined) continue
    if (!Number.isInteger(given) || given < least || given > most)
      throw problem('policyNotUsable', { rule, given: String(given), least, most })
    if (given < now[rule]) throw problem('policyLowered', { rule, given, now: now[rule] })
  }
  await raiseStudyPolicy(context.database.db, study.id, wanted)
  return studyPolicy(context, study.id)
}
