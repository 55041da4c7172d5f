import { wasAudited } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { audit } from '../staff/audit.ts'

/** What staff did: interviewed, or typed paper forms. */
export type EnteringAct = 'interviews.entered' | 'paperForms.typed'

/**
 * Writes down that somebody entered answers in a wave on a day: one line, at the first of them, however many follow.
 *
 * In an anonymous wave nothing at all. The log has exact times and an order, and answers of one interviewer or typist are
 * few: a line for each, or at the first one of a day, would say on which day answers came that are dated to the week of their
 * portion, and whose hands they went through. Who may enter answers stands in the log as the roles that people were given.
 */
export async function auditEntering(
  context: ServerContext,
  staff: StaffSession,
  { wave }: OpenedWave,
  action: EnteringAct,
): Promise<void> {
  if (wave.mode === 'codeAnonymous') return
  const day = context.clock.now().toISOString().slice(0, 10)
  const done = { userId: staff.user.id, action, studyId: wave.studyId, details: { wave: wave.id, day } }
  if (await wasAudited(context.database.db, done)) return
  await audit(context, staff, done)
}
