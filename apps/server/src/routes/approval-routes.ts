import { problem } from '@klankbord/model'
import { setApprovalNeeded, studyOrganisations } from '@klankbord/storage'
import { z } from 'zod'
import { answerApproval, askApproval } from '../approval/ask-approval.ts'
import { approvalOverview } from '../approval/approval-overview.ts'
import { readableVersion } from '../approval/readable-version.ts'
import { seenApprovals } from '../approval/seen-approvals.ts'
import type { ServerContext } from '../context.ts'
import { json, nothing, type Reply } from '../http/reply.ts'
import { dataRoute, jsonRoute, type Route, type RouteRequest } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { studyAt, versionNumber } from '../study/find-study.ts'
import { RESEARCHERS, rolesInStudy, type StaffRole } from '../staff/rights.ts'

const READERS: readonly StaffRole[] = [...RESEARCHERS, 'approver']

const PLAN = z.strictObject({ plan: z.string().trim().min(1).max(4000) })
const ANSWER = z
  .strictObject({
    organisationId: z.uuid(),
    version: z.int().min(1),
    answer: z.enum(['agreed', 'sentBack']),
    remark: z.string().trim().max(4000).default(''),
  })
  .refine(({ answer, remark }) => answer === 'agreed' || remark.length > 0, {
    path: ['remark'],
    message: 'what should change',
  })
const SETTING = z.strictObject({ organisationId: z.uuid(), needed: z.boolean().nullable() })

const UNKNOWN = { 404: 'No such study, or it is of others.' }

/** A council agrees before fieldwork begins: asking for it, reading what is asked, and answering. */
export const approvalRoutes: readonly Route[] = [
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/approvals',
    role: 'staff',
    output: 'open',
    may: READERS,
    alsoSharing: true,
    summary: 'Who has to agree to the latest version before fieldwork, who did, and what was said.',
    responses: { 200: 'Where each organisation stands.', ...UNKNOWN },
    handler: (request, context) => seenBy(request, context),
  }),
  jsonRoute(PLAN, {
    method: 'POST',
    path: '/api/studies/:study/approvals',
    role: 'staff',
    output: 'open',
    may: RESEARCHERS,
    summary: 'Asks for approval of the latest version, with what is planned.',
    responses: { 201: 'Asked.', ...UNKNOWN, 409: 'No version is published yet.', 422: 'No plan.' },
    handler: async (request, context) => {
      await askApproval(context, request.staff, studyId(request), request.body.plan)
      return seenBy(request, context, 201)
    },
  }),
  jsonRoute(ANSWER, {
    method: 'POST',
    path: '/api/studies/:study/approvals/answers',
    role: 'staff',
    output: 'open',
    may: ['approver'],
    alsoSharing: true,
    summary: 'Agrees to the version that was asked about, or sends it back with a remark.',
    responses: {
      201: 'Answered.',
      ...UNKNOWN,
      409: 'Nobody asked about this version, or another one was asked about since.',
      422: 'Sent back without a remark, or a field is wrong.',
    },
    handler: async (request, context) => {
      await refuseUnlessTheirs(request, context, request.body.organisationId, false)
      await answerApproval(context, request.staff, studyId(request), request.body)
      return seenBy(request, context, 201)
    },
  }),
  jsonRoute(SETTING, {
    method: 'PUT',
    path: '/api/studies/:study/approvals/setting',
    role: 'staff',
    output: 'open',
    may: ['administrator', 'approver'],
    alsoSharing: true,
    summary: 'Sets whether fieldwork waits for an organisation; null: exactly when it has somebody who can agree.',
    responses: { 204: 'Set.', ...UNKNOWN, 422: 'A field is wrong.' },
    handler: async (request, context) => {
      const { organisationId, needed } = request.body
      await refuseUnlessTheirs(request, context, organisationId, true)
      await setApprovalNeeded(context.database.db, studyId(request), organisationId, needed)
      const where = { studyId: studyId(request), organisationId }
      await audit(context, request.staff, { action: 'approval.set', ...where, details: { needed } })
      return nothing(204)
    },
  }),
  dataRoute({
    method: 'GET',
    path: '/api/studies/:study/versions/:version',
    role: 'staff',
    output: 'open',
    may: READERS,
    alsoSharing: true,
    summary: 'The questions of a version with their answers, to read before agreeing.',
    responses: { 200: 'The questions in their order.', 404: 'No such study or version.' },
    handler: async (request, context) => {
      const version = versionNumber(request.params['version'] ?? '')
      return json(200, await readableVersion(context, studyId(request), version))
    },
  }),
]

async function seenBy(request: RouteRequest, context: ServerContext, status: 200 | 201 = 200): Promise<Reply> {
  if (request.staff === null) throw problem('notSignedIn', {})
  const overview = await approvalOverview(context, studyId(request))
  return json(status, seenApprovals(overview, request.staff.rights, await studyAt(context, studyId(request))))
}

/** @throws Problem `notSharedWith`; `notAllowed` for an organisation that somebody else answers for */
async function refuseUnlessTheirs(
  { params, staff }: RouteRequest,
  { database }: ServerContext,
  organisationId: string,
  administratorsToo: boolean,
): Promise<void> {
  const study = params['study'] ?? ''
  const here = (await studyOrganisations(database.db, study)).filter((one) => one.organisationId === organisationId)
  if (here.length === 0) throw problem('notSharedWith', { organisation: organisationId })
  if (staff === null) throw problem('notSignedIn', {})
  const roles = rolesInStudy(staff.rights, here, study, true)
  if (!roles.includes('approver') && !(administratorsToo && staff.rights.administrator)) {
    throw problem('notAllowed', { roles: ['approver'] })
  }
}

function studyId({ params }: RouteRequest): string {
  return params['study'] ?? ''
}
