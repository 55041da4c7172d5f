import { problem, ROLES, type Role } from '@klankbord/model'
import {
  addMembership,
  findUser,
  listOrganisations,
  listProgrammes,
  membersOf,
  openStaffInvitations,
  organisationNamed,
  removeMembership,
  staffMessageStates,
  studyOrganisations,
  withdrawStaffInvitation,
  type MessageState,
  type StaffInvitation,
} from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { json, nothing } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest, type StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { ADMINISTRATORS, BY_ADMINISTRATORS, COORDINATORS } from '../staff/coordinators.ts'
import { inviteToStaff, STAFF_LANGUAGES } from '../staff/invite-to-staff.ts'
import { restoreAccess } from '../staff/restore-access.ts'

const NEW_ORGANISATION = z.strictObject({ name: z.string().trim().min(1).max(200) })
const inOnePlace = (given: { readonly studyId: string | null; readonly programmeId: string | null }): boolean =>
  given.studyId === null || given.programmeId === null
const ONE_PLACE = { path: ['programmeId'], error: 'none beside a study' }

/** In which studies: in one, in those of a programme, or in all. */
const WHERE = {
  role: z.enum(ROLES),
  studyId: z.uuid().nullable().default(null),
  programmeId: z.uuid().nullable().default(null),
}
const INVITATION = z
  .strictObject({ email: z.email().max(200), language: z.enum(STAFF_LANGUAGES).default('nl'), ...WHERE })
  .refine(inOnePlace, ONE_PLACE)
const MEMBERSHIP = z.strictObject({ userId: z.uuid(), ...WHERE }).refine(inOnePlace, ONE_PLACE)
/** Organisations, who works for them and as what, and who was asked to. */
export const organisationRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/organisations',
    role: 'staff',
    output: 'open',
    summary: 'The organisations that one works for; an administrator sees all.',
    responses: { 200: 'The organisations.' },
    handler: async ({ staff }, { database }) => {
      const all = await listOrganisations(database.db)
      const own = new Set(staff?.rights.memberships.map((one) => one.organisationId))
      return json(200, { organisations: all.filter(({ id }) => staff?.rights.administrator === true || own.has(id)) })
    },
  }),
  jsonRoute(NEW_ORGANISATION, {
    method: 'POST',
    path: '/api/organisations',
    role: 'staff',
    output: 'staff',
    may: ADMINISTRATORS,
    summary: 'An organisation; one with this name is taken as it is.',
    responses: { 201: 'The organisation.' },
    handler: async ({ body, staff }, context) => {
      const organisation = await organisationNamed(context.database.db, body.name)
      await audit(context, staff, { action: 'organisation.added', organisationId: organisation.id })
      return json(201, organisation)
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/organisations/:organisation/members',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'Who works for an organisation and as what, and who was asked to.',
    responses: { 200: 'Members and open invitations.' },
    handler: async (request, context) => {
      const { database, clock } = context
      const id = organisationId(request)
      const members = await membersOf(database.db, id)
      const users = await Promise.all(members.map(({ userId }) => findUser(database.db, userId)))
      const invitations = await openStaffInvitations(database.db, id, clock.now())
      return json(200, {
        members: members.map((member, at) => ({ ...member, name: users[at]?.name, email: users[at]?.email })),
        invitations: await withMail(context, invitations),
      })
    },
  }),
  jsonRoute(MEMBERSHIP, {
    method: 'POST',
    path: '/api/organisations/:organisation/members',
    role: 'staff',
    output: 'staff',
    may: ADMINISTRATORS,
    summary: 'Lets somebody who has an account be something.',
    responses: { 204: 'Done; also when they were it already.', 404: 'No such organisation, or no such account.' },
    handler: async (request, context) => {
      const { userId, role, studyId, programmeId } = request.body
      await refusePlaceOfOthers(context, organisationId(request), request.body)
      const user = await findUser(context.database.db, userId)
      if (user === null) throw problem('unknownMember', { member: userId })
      const id = organisationId(request)
      await addMembership(context.database.db, userId, { organisationId: id, role, studyId, programmeId })
      await audit(context, request.staff, {
        action: 'member.added',
        organisationId: id,
        ...(studyId === null ? {} : { studyId }),
        details: { member: userId, role, ...(programmeId === null ? {} : { programme: programmeId }) },
      })
      return nothing(204)
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/organisations/:organisation/members/:membership',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'Ends what somebody is.',
    responses: { 204: 'Ended.', 404: 'No such membership here.' },
    handler: async (request, context) => {
      const [id, membership] = [organisationId(request), request.params['membership'] ?? '']
      const held = (await membersOf(context.database.db, id)).find((one) => one.id === membership)
      if (held !== undefined) refuseUnlessTheirsToGive(request.staff, held.role)
      const ended = held === undefined ? null : await removeMembership(context.database.db, id, membership)
      if (ended === null) throw problem('unknownMember', { member: membership })
      await audit(context, request.staff, {
        action: 'member.removed',
        organisationId: id,
        details: { member: ended.userId, role: ended.role },
      })
      return nothing(204)
    },
  }),
  dataRoute({
    method: 'POST',
    path: '/api/organisations/:organisation/members/:membership/access',
    role: 'staff',
    output: 'staff',
    may: ADMINISTRATORS,
    summary: 'Lets a member in again who lost password or second factor: takes both off and gives a link.',
    responses: { 201: 'The link, which signs in once.', 404: 'No such membership here.' },
    handler: async (request, context) => {
      const membership = request.params['membership'] ?? ''
      const members = await membersOf(context.database.db, organisationId(request))
      const member = members.find(({ id }) => id === membership)
      if (member === undefined) throw problem('unknownMember', { member: membership })
      return json(201, { link: await restoreAccess(context, { id: member.userId }, request.staff) })
    },
  }),
  jsonRoute(INVITATION, {
    method: 'POST',
    path: '/api/organisations/:organisation/invitations',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'Asks somebody to join. The link goes by mail where a server of mail is set; else it is in the answer.',
    responses: {
      201: 'The link, which works once; null where it goes by mail.',
      404: 'No such organisation, or the study is not of it.',
    },
    handler: async (request, context) => {
      refuseUnlessTheirsToGive(request.staff, request.body.role)
      await refusePlaceOfOthers(context, organisationId(request), request.body)
      const invitation = { ...request.body, organisationId: organisationId(request) }
      return json(201, await inviteToStaff(context, invitation, request.staff))
    },
  }),
  dataRoute({
    method: 'DELETE',
    path: '/api/organisations/:organisation/invitations/:invitation',
    role: 'staff',
    output: 'staff',
    may: COORDINATORS,
    summary: 'Takes an invitation back.',
    responses: { 204: 'Taken back, or no longer open.' },
    handler: async (request, context) => {
      const [id, invitation] = [organisationId(request), request.params['invitation'] ?? '']
      const open = z.uuid().safeParse(invitation).success
      if (open && (await withdrawStaffInvitation(context.database.db, id, invitation))) {
        await audit(context, request.staff, { action: 'member.uninvited', organisationId: id, details: { invitation } })
      }
      return nothing(204)
    },
  }),
]

/** @throws Problem `notAllowed` for what only an administrator gives and ends */
function refuseUnlessTheirsToGive(staff: StaffSession | null, role: Role): void {
  if (BY_ADMINISTRATORS.includes(role) && staff?.rights.administrator !== true) {
    throw problem('notAllowed', { roles: ADMINISTRATORS })
  }
}

/** @throws Problem `unknownStudy`, `unknownProgramme` for what the organisation has no part in */
async function refusePlaceOfOthers(
  { database }: ServerContext,
  organisation: string,
  { studyId, programmeId }: { readonly studyId: string | null; readonly programmeId: string | null },
): Promise<void> {
  if (programmeId !== null) {
    const own = (await listProgrammes(database.db, organisation)).some(({ id }) => id === programmeId)
    if (!own) throw problem('unknownProgramme', { programme: programmeId })
  }
  if (studyId === null) return
  const organisations = await studyOrganisations(database.db, studyId)
  const partOfIt = organisations.some(({ organisationId: id }) => id === organisation)
  if (!partOfIt) throw problem('unknownStudy', { study: studyId })
}

/** How the message of each stands; null where nothing is sent by mail. */
async function withMail(
  { database, settings }: ServerContext,
  invitations: readonly StaffInvitation[],
): Promise<readonly (StaffInvitation & { readonly mail: MessageState | null })[]> {
  const ids = settings.mail.server === null ? [] : invitations.map(({ id }) => id)
  const states = await staffMessageStates(database.db, ids)
  return invitations.map((invitation) => ({ ...invitation, mail: states.get(invitation.id) ?? null }))
}

function organisationId({ params }: Pick<RouteRequest, 'params'>): string {
  return params['organisation'] ?? ''
}
