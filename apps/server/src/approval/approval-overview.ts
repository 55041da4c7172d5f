import { approvalState, needsApproval, problem, type ApprovalState, type ApprovalStep } from '@klankbord/model'
import {
  approvalSettings,
  countApprovers,
  listApprovalSteps,
  listOrganisations,
  listVersions,
  studyOrganisations,
  type Study,
} from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** Where an organisation of a study stands with a version. */
export interface OrganisationApproval {
  readonly organisationId: string
  readonly name: string
  readonly owner: boolean
  /** The programme that its owner put the study in; null: in none. */
  readonly programmeId: string | null
  /** Null: it follows the rule. */
  readonly setting: boolean | null
  readonly approvers: number
  readonly state: ApprovalState
}

/** Where the organisations of a study stand with its latest version, and all that was asked and answered before. */
export interface ApprovalOverview {
  /** Null while none is published. */
  readonly version: number | null
  readonly versionHash: string | null
  readonly organisations: readonly OrganisationApproval[]
  readonly steps: readonly ApprovalStep[]
}

/** Who has to agree to the latest version of a study, or to another one, and who did. */
export async function approvalOverview(
  { database: { db } }: ServerContext,
  studyId: string,
  version?: number,
): Promise<ApprovalOverview> {
  const [shared, names, settings, steps, versions] = await Promise.all([
    studyOrganisations(db, studyId),
    listOrganisations(db),
    approvalSettings(db, studyId),
    listApprovalSteps(db, studyId),
    listVersions(db, studyId),
  ])
  const meant = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version)
  const ids = shared.map(({ organisationId }) => organisationId)
  const approvers = await countApprovers(db, studyId, ids)
  const organisations = shared.map(({ organisationId, owner, programmeId }): OrganisationApproval => {
    const setting = settings.get(organisationId) ?? null
    const count = approvers.get(organisationId) ?? 0
    const needed = needsApproval(setting, count, organisationId, steps)
    return {
      organisationId,
      name: names.find(({ id }) => id === organisationId)?.name ?? organisationId,
      owner,
      programmeId,
      setting,
      approvers: count,
      state: needed ? approvalState(organisationId, meant?.hash ?? '', steps) : 'notNeeded',
    }
  })
  return { version: meant?.version ?? null, versionHash: meant?.hash ?? null, organisations, steps }
}

/**
 * Lets fieldwork begin with a version that everybody agreed to who has to. A sample and a study that is only tried out ask
 * nobody anything that counts, so they wait for nobody.
 *
 * @throws Problem `approvalNeeded`, naming the organisations
 */
export async function refuseUnapproved(context: ServerContext, study: Study, version: number): Promise<void> {
  if (study.sample || study.tryOut) return
  const { organisations } = await approvalOverview(context, study.id, version)
  const lacking = organisations.filter(({ state }) => state !== 'notNeeded' && state !== 'agreed')
  if (lacking.length === 0) return
  const page = `${context.settings.publicUrl()}/studio/studies/${study.id}/approval`
  throw problem('approvalNeeded', { version, organisations: lacking.map(({ name }) => name), page })
}
