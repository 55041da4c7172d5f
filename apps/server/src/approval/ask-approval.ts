import { problem, type ApprovalStep } from '@klankbord/model'
import { addApprovalStep } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { audit } from '../staff/audit.ts'
import { approvalOverview, type ApprovalOverview } from './approval-overview.ts'

/** What somebody says of a version for an organisation. */
export interface ApprovalAnswer {
  readonly organisationId: string
  readonly version: number
  readonly answer: 'agreed' | 'sentBack'
  readonly remark: string
}

/**
 * Asks everybody who has to agree to the latest version of a study, with what is planned.
 *
 * @throws Problem `noVersionYet`
 */
export async function askApproval(
  context: ServerContext,
  staff: StaffSession | null,
  studyId: string,
  plan: string,
): Promise<ApprovalOverview> {
  const { version, versionHash } = await approvalOverview(context, studyId)
  if (version === null || versionHash === null) {
    const design = `${context.settings.publicUrl()}/studio/studies/${studyId}/design`
    throw problem('noVersionYet', { study: studyId, design })
  }
  const step = { kind: 'asked', version, versionHash, organisationId: null, remark: plan } as const
  await add(context, staff, studyId, step)
  await audit(context, staff, { action: 'approval.asked', studyId, details: { version, hash: versionHash } })
  return approvalOverview(context, studyId)
}

/**
 * Agrees to a version for an organisation, or sends it back.
 *
 * @throws Problem `notSharedWith`, `approvalNotAsked`
 */
export async function answerApproval(
  context: ServerContext,
  staff: StaffSession | null,
  studyId: string,
  { organisationId, version, answer, remark }: ApprovalAnswer,
): Promise<ApprovalOverview> {
  const { steps, organisations } = await approvalOverview(context, studyId)
  if (!organisations.some((one) => one.organisationId === organisationId)) {
    throw problem('notSharedWith', { organisation: organisationId })
  }
  const asked = steps.findLast(({ kind }) => kind === 'asked')
  if (asked === undefined || asked.version !== version) throw problem('approvalNotAsked', { version })
  const { versionHash } = asked
  await add(context, staff, studyId, { kind: answer, version, versionHash, organisationId, remark })
  await audit(context, staff, {
    action: answer === 'agreed' ? 'approval.agreed' : 'approval.sentBack',
    studyId,
    organisationId,
    details: { version, hash: versionHash },
  })
  return approvalOverview(context, studyId)
}

async function add(
  { database, clock }: ServerContext,
  staff: StaffSession | null,
  studyId: string,
  step: Omit<ApprovalStep, 'by' | 'at'>,
): Promise<void> {
  const by = staff === null ? { id: null, name: '' } : { id: staff.user.id, name: staff.user.name }
  await addApprovalStep(database.db, studyId, { ...step, by, at: clock.now() })
}
