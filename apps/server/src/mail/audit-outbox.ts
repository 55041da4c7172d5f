import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'

/** What somebody does with mail that waits. */
export type OutboxAct = 'seen' | 'read' | 'downloaded' | 'sent'

/**
 * Writes down what somebody did with mail that waits: with how many messages, never to whom.
 *
 * @param by null for a command on the machine of the server
 * @param studyId null: mail to staff
 */
export async function auditOutbox(
  context: ServerContext,
  by: StaffSession | null,
  studyId: string | null,
  act: OutboxAct,
  messages: number,
): Promise<void> {
  await audit(context, by, {
    action: `outbox.${act}`,
    ...(studyId === null ? {} : { studyId }),
    details: { messages },
  })
}
