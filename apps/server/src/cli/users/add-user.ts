import { problem, type Membership, type Role } from '@klankbord/model'
import { addMembership, createUser, listOrganisations, listUsers, studyOrganisations } from '@klankbord/storage'
import type { ServerContext } from '../../context.ts'
import { audit } from '../../staff/audit.ts'
import { LINK_HOURS, signInLink } from '../../staff/sign-in-link.ts'
import { studyNamed } from '../../study/study-named.ts'
import type { ExitCode } from '../exit-code.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { programmeAt } from './programme-commands.ts'

export interface NewUser {
  readonly data: string
  readonly url?: string
  readonly email?: string
  readonly role?: Role
  /** Name of the organisation that the role is in. */
  readonly organisation?: string
  /** The only study that the role is for. */
  readonly study?: string
  /** The only programme that the role is for. */
  readonly programme?: string
  readonly administrator?: boolean
}

/**
 * Adds somebody to the staff of a server and prints the link that signs them in; 1 when nothing says what they may do, for
 * then they would see nothing.
 *
 * @throws Problem `userExists`, `emailTaken`, `unknownOrganisation`, `unknownStudy`, `unknownProgramme`
 */
export async function addUser(place: Surroundings, name: string, given: NewUser): Promise<ExitCode> {
  const { data, url, email, administrator = false } = given
  const publicUrl = publicUrlOf(place, url ?? knownAddress(data))
  return inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const refusal = refusalOf(given)
    if (refusal !== null) {
      place.terminal.warn(refusal)
      return 1
    }
    const membership = await membershipOf(context, given)
    const { db } = context.database
    const sameName = (await listUsers(db)).some((one) => one.name === name)
    if (sameName && email === undefined) throw problem('userExists', { name })
    const user = await createUser(db, { name, administrator, ...(email === undefined ? {} : { email }) })
    if (membership !== null) await addMembership(db, user.id, membership)
    await audit(context, null, {
      action: 'member.added',
      ...(membership === null ? {} : { organisationId: membership.organisationId }),
      ...(membership?.studyId ? { studyId: membership.studyId } : {}),
      details: { member: user.id, role: membership?.role ?? null, administrator },
    })
    place.terminal.print(say('userAdded', { name, hours: LINK_HOURS }))
    place.terminal.print(await signInLink(context, user))
    warnOfLocal(place, publicUrl)
    return 0
  })
}

/** Why this adds nobody, in a sentence; null when it does. */
export function refusalOf({ role, organisation, study, programme, administrator }: NewUser): string | null {
  if (study !== undefined && programme !== undefined) return say('userInOnePlace')
  if (role === undefined) {
    if (organisation !== undefined || study !== undefined || programme !== undefined) return say('userNeedsRoleThere')
    return administrator === true ? null : say('userNeedsRole')
  }
  return organisation === undefined ? say('userNeedsOrganisation') : null
}

/** The role that was named, and where. @throws Problem `unknownOrganisation`, `unknownStudy`, `unknownProgramme` */
export async function membershipOf(
  context: ServerContext,
  { role, organisation = '', study, programme }: NewUser,
): Promise<Membership | null> {
  if (role === undefined) return null
  const { db } = context.database
  const found = (await listOrganisations(db)).find(({ name }) => name === organisation.trim())
  if (found === undefined) throw problem('unknownOrganisation', { organisation })
  if (programme !== undefined) {
    return {
      role,
      organisationId: found.id,
      studyId: null,
      programmeId: await programmeAt(context, found.id, programme),
    }
  }
  if (study === undefined) return { role, organisationId: found.id, studyId: null }
  const { id } = await studyNamed(context, study)
  const partOfIt = (await studyOrganisations(db, id)).some(({ organisationId }) => organisationId === found.id)
  if (!partOfIt) throw problem('unknownStudy', { study })
  return { role, organisationId: found.id, studyId: id }
}
