import { POLICY_RULES, type DisclosurePolicy } from '@klankbord/model'
import { audit } from '../staff/audit.ts'
import { policyOf, raisePolicy } from '../study/study-policy.ts'
import { studyNamed } from '../study/study-named.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Raises rules of disclosure control of a study, where some are named, and prints those that hold. */
export async function policyOfStudy(
  place: Surroundings,
  name: string,
  { data, ...wanted }: Partial<DisclosurePolicy> & { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, name)
    const raises = Object.values(wanted).some((value) => value !== undefined)
    const policy = raises ? await raisePolicy(context, study, wanted) : policyOf(context, study)
    if (raises) await audit(context, null, { action: 'study.policyRaised', studyId: study.id, details: { ...wanted } })
    for (const { name: rule } of POLICY_RULES)
      place.terminal.print(
        say(`policy.${rule}`, { value: policy[rule], below: policy[rule] - 1, least: policy.leastGroup }),
      )
  })
}
