import { approvalOverview } from '../approval/approval-overview.ts'
import { askApproval } from '../approval/ask-approval.ts'
import { studyNamed } from '../study/study-named.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

/** Asks for approval of the latest version when a plan is given, and prints who agreed to what. */
export async function studyApprovals(
  place: Surroundings,
  study: string,
  { data, ask }: { readonly data: string; readonly ask?: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { id } = await studyNamed(context, study)
    const overview = ask === undefined ? await approvalOverview(context, id) : await askApproval(context, null, id, ask)
    const { version, organisations, steps } = overview
    for (const { name, state } of organisations) {
      place.terminal.print(say('approvalState', { name, state, version: String(version ?? 0) }))
    }
    for (const step of steps) {
      const name = organisations.find(({ organisationId }) => organisationId === step.organisationId)?.name ?? '–'
      const { kind, by, at, remark } = step
      const said = { at: at.toISOString(), kind, version: String(step.version), by: by.name || '–', name, remark }
      place.terminal.print(say('approvalStep', said))
    }
  })
}
