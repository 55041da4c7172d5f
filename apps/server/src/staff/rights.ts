import { coversOrganisation, problem, type Membership, type Role } from '@klankbord/model'
import {
  findStudy,
  listOrganisations,
  membershipsOf,
  studyOrganisations,
  type StudyOrganisation,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** What a route can ask of staff: a role, or to administer the installation. */
export type StaffRole = Role | 'administrator'

/** Who designs, runs the fieldwork and publishes. */
export const RESEARCHERS: readonly StaffRole[] = ['administrator', 'researcher']

/** Who reads along: what researchers see of a study, without contacts, codes or answers. */
export const READ_ALONG: readonly StaffRole[] = [...RESEARCHERS, 'coResearcher']

/** Who talks about a study. */
export const COMMENTERS: readonly StaffRole[] = [...READ_ALONG, 'clientExpert', 'approver']

/** Everything that somebody may do. */
export interface Rights {
  readonly administrator: boolean
  readonly memberships: readonly Membership[]
}

/** What a route says of who may use it. */
export interface Demand {
  /** Any of these will do. */
  readonly may: readonly StaffRole[]
  /** Also for organisations that the study is shared with, not only for the one it is of. */
  readonly alsoSharing: boolean
}

/** Somebody's rights as they are now. */
export async function rightsOf(context: ServerContext, userId: string, administrator: boolean): Promise<Rights> {
  return { administrator, memberships: await membershipsOf(context.database.db, userId) }
}

/**
 * Refuses whoever may not do this in the place that the path names: a study, an organisation, or, without either, anywhere.
 * What belongs to others answers as what is not there.
 *
 * @throws Problem `notAllowed`, `unknownStudy`, `unknownOrganisation`
 */
export async function refuseUnlessAllowed(
  context: ServerContext,
  rights: Rights,
  demand: Demand,
  params: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { study, organisation } = params
  const held = await heldAt(context, rights, demand, { study, organisation })
  const allowed = demand.may.some((role) => (role === 'administrator' ? rights.administrator : held.includes(role)))
  if (!allowed) throw problem('notAllowed', { roles: demand.may })
}

async function heldAt(
  context: ServerContext,
  rights: Rights,
  demand: Demand,
  place: { readonly study: string | undefined; readonly organisation: string | undefined },
): Promise<readonly Role[]> {
  if (place.study !== undefined) {
    const organisations = await studyOrganisations(context.database.db, place.study)
    if (organisations.length === 0 || !(rights.administrator || knows(rights, organisations, place.study))) {
      throw problem('unknownStudy', { study: place.study })
    }
    return rolesInStudy(rights, organisations, place.study, demand.alsoSharing)
  }
  if (place.organisation !== undefined) {
    const here = rights.memberships.filter(({ organisationId }) => organisationId === place.organisation)
    const mayKnow = here.length > 0 || (rights.administrator && (await isOrganisation(context, place.organisation)))
    if (!mayKnow) {
      throw problem('unknownOrganisation', { organisation: place.organisation })
    }
    return here.filter(coversOrganisation).map(({ role }) => role)
  }
  return rights.memberships.map(({ role }) => role)
}

async function isOrganisation({ database }: ServerContext, organisation: string): Promise<boolean> {
  return (await listOrganisations(database.db)).some(({ id }) => id === organisation)
}

/** What somebody is in a study. */
export function rolesInStudy(
  { memberships }: Rights,
  organisations: readonly StudyOrganisation[],
  studyId: string,
  alsoSharing: boolean,
): readonly Role[] {
  const counted = organisations.filter(({ owner }) => owner || alsoSharing)
  return memberships
    .filter((one) => {
      const place = counted.find(({ organisationId }) => organisationId === one.organisationId)
      if (place === undefined) return false
      const inProgramme = place.programmeId !== null && place.programmeId === one.programmeId
      return coversOrganisation(one) || one.studyId === studyId || inProgramme
    })
    .map(({ role }) => role)
}

function knows(rights: Rights, organisations: readonly StudyOrganisation[], studyId: string): boolean {
  return rolesInStudy(rights, organisations, studyId, true).length > 0
}

/** The studies among these that somebody may know of. */
export async function knownStudies<Known extends { readonly id: string }>(
  context: ServerContext,
  rights: Rights,
  studies: readonly Known[],
): Promise<readonly Known[]> {
  if (rights.administrator) return studies
  const known = await Promise.all(
    studies.map(async ({ id }) => knows(rights, await studyOrganisations(context.database.db, id), id)),
  )
  return studies.filter((_, at) => known[at])
}

/** The studies among these in which somebody is one of these for the organisation that they are of. */
export async function ownStudies<Known extends { readonly id: string }>(
  { database }: ServerContext,
  rights: Rights,
  studies: readonly Known[],
  as: readonly StaffRole[],
): Promise<readonly Known[]> {
  if (rights.administrator) return studies
  const roles = await Promise.all(
    studies.map(async ({ id }) => rolesInStudy(rights, await studyOrganisations(database.db, id), id, false)),
  )
  return studies.filter((_, at) => roles[at]?.some((role) => as.includes(role)))
}

/** Refuses answers of people to whoever showed no second factor; of a study that is a sample or try-out they are nobody's. */
export async function refuseWithoutSecondFactor(
  context: ServerContext,
  secondFactor: boolean,
  studyId: string | undefined,
): Promise<void> {
  if (secondFactor) return
  const study = studyId === undefined ? null : await findStudy(context.database.db, studyId)
  if (study === null || !(study.sample || study.tryOut)) throw problem('secondFactorNeeded', {})
}
