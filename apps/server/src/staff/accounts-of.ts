import { addAuditEntry, type Database } from '@klankbord/storage'
import type { ServerContext, Settings } from '../context.ts'
import { libraryAccounts } from './library-accounts.ts'
import type { StaffAccounts } from './staff-accounts.ts'

/** The accounts of this installation. */
export function accountsOf(
  db: Database['db'],
  { clock, randomness }: Pick<ServerContext, 'clock' | 'randomness'>,
  { keys, publicUrl, signOn }: Pick<Settings, 'keys' | 'publicUrl' | 'signOn'>,
): StaffAccounts {
  return libraryAccounts({
    db,
    secret: Buffer.from(keys.accounts).toString('hex'),
    publicUrl,
    signOn,
    now: () => clock.now(),
    randomness,
    onRefused: async ({ action, userId }) => {
      const details = userId === null ? {} : { member: userId }
      await addAuditEntry(db, clock.now(), { user: null, action, organisationId: null, studyId: null, details })
    },
  })
}
