import { textHash } from '@klankbord/model'
import { addMembership, createSignInLink, createUser } from '@klankbord/storage'
import type { StaffRole } from '../../src/staff/rights.ts'
import { ask } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'

/** Makes somebody who is this, in all studies of an organisation, in one or in a programme, and signs them in: the Cookie header. */
export async function signedInAs(
  server: StartedServer,
  role: StaffRole,
  organisationId: string,
  {
    studyId = null,
    programmeId = null,
  }: { readonly studyId?: string | null; readonly programmeId?: string | null } = {},
): Promise<string> {
  const { db } = server.context.database
  const user = await createUser(db, { name: role, administrator: role === 'administrator' })
  if (role !== 'administrator') await addMembership(db, user.id, { organisationId, role, studyId, programmeId })
  const token = `link of ${user.id}`
  await createSignInLink(db, user.id, textHash(token), new Date(server.context.clock.now().getTime() + 60_000))
  const answer = await ask(server, '/api/session', { json: { token } })
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}
