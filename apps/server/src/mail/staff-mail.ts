import { queueStaffMessage, type MailText, type StaffMailStore } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** Where mail to staff lies, with the key that opens it. */
export function staffMailStore({ database, settings }: Pick<ServerContext, 'database' | 'settings'>): StaffMailStore {
  return { db: database.db, key: settings.keys.accounts }
}

/** Puts a message to somebody who was asked to join into the outbox. */
export function queueStaffMail(context: ServerContext, invitationId: string, mail: MailText): Promise<void> {
  return queueStaffMessage(staffMailStore(context), context.randomness.bytes, { invitationId, mail })
}
