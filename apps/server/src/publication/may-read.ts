import type { Role } from '@klankbord/model'
import { studyOrganisations, type StoredPublication } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Asking } from '../staff/staff-accounts.ts'
import { rolesInStudy, type Rights } from '../staff/rights.ts'
import { staffSession } from '../http/staff-session.ts'

/** Who reads what is published for members: everybody who works with results, not who only enters answers. */
export const READING_ROLES: readonly Role[] = [
  'viewer',
  'researcher',
  'approver',
  'coResearcher',
  'clientExpert',
  'recordReader',
  'privacyOfficer',
]

/** Who reads a draft: the staff that works on the study, of the organisation whose study it is. */
const DRAFT_ROLES: readonly Role[] = ['researcher', 'approver', 'coResearcher', 'clientExpert']

/** What decides on the readers of a publication. */
export type Readers = Pick<StoredPublication, 'studyId' | 'state' | 'organisationId' | 'publicSince'>

/**
 * Whether whoever asks may know of a publication as it stands now (`asOf`). Of what everybody could read once everybody may
 * know, also after it was withdrawn. The rest is for those that `isReader` names.
 */
export async function mayKnow(context: ServerContext, publication: Readers, asking: Asking): Promise<boolean> {
  if (publication.state !== 'draft' && publication.publicSince !== null) return true
  const staff = await staffSession(context, asking)
  return staff !== null && (await isReader(context, publication, staff.rights))
}

/**
 * Whether somebody is one of those that a publication is for before, or without, everybody: of a draft the staff of the study;
 * of any other the members of all organisations of the study where it is about everybody, else of the one organisation whose
 * respondents it is about, and the researchers whose study it is.
 */
export async function isReader(
  { database }: ServerContext,
  { studyId, organisationId, state }: Readers,
  rights: Rights,
): Promise<boolean> {
  if (rights.administrator) return true
  const organisations = await studyOrganisations(database.db, studyId)
  const rolesAt = (which: (one: { owner: boolean; organisationId: string }) => boolean): readonly Role[] =>
    rolesInStudy(rights, organisations.filter(which), studyId, true)
  const own = rolesAt(({ owner }) => owner)
  if (state === 'draft') return own.some((role) => DRAFT_ROLES.includes(role))
  if (own.includes('researcher')) return true
  return rolesAt((one) => organisationId === null || one.organisationId === organisationId).some((role) =>
    READING_ROLES.includes(role),
  )
}
