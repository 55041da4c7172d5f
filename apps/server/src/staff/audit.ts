import type { AuditAction, Json } from '@klankbord/model'
import { addAuditEntry } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'

/** What was done or seen, and where. No answer, code, name or address of a respondent belongs in it. */
export interface AuditedAct {
  readonly action: AuditAction
  readonly organisationId?: string
  readonly studyId?: string
  readonly details?: Readonly<Record<string, Json>>
}

/** The sessions, one for each request, in whose name a line was written. */
const WRITTEN = new WeakSet<StaffSession>()

/** Whether a line was written in the name of whoever makes this request. */
export function hasAudited(staff: StaffSession): boolean {
  return WRITTEN.has(staff)
}

/** Writes down what somebody of the staff did or saw; null for the server itself. */
export async function audit(context: ServerContext, staff: StaffSession | null, act: AuditedAct): Promise<void> {
  await addAuditEntry(context.database.db, context.clock.now(), {
    user: staff === null ? null : { id: staff.user.id, name: staff.user.name },
    action: act.action,
    organisationId: act.organisationId ?? null,
    studyId: act.studyId ?? null,
    details: act.details ?? {},
  })
  if (staff !== null) WRITTEN.add(staff)
}
