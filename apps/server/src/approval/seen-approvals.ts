import type { ApprovalState, ApprovalStep, LocalizedText } from '@klankbord/model'
import type { Study, StudyOrganisation } from '@klankbord/storage'
import { rolesInStudy, type Rights } from '../staff/rights.ts'
import type { ApprovalOverview } from './approval-overview.ts'

/** A step as it is shown: by whom, for which organisation, when and with which words. */
export interface SeenStep extends Omit<ApprovalStep, 'by' | 'at' | 'versionHash'> {
  readonly by: string
  /** ISO moment. */
  readonly at: string
  readonly organisation: string | null
}

/** An organisation as somebody sees it. */
export interface SeenOrganisation {
  readonly organisationId: string
  readonly name: string
  readonly state: ApprovalState
  readonly setting: boolean | null
  readonly approvers: number
  /** Whether who looks may answer for it. */
  readonly mine: boolean
}

/** What somebody sees of the approval of a study. */
export interface SeenApprovals {
  readonly title: LocalizedText
  readonly version: number | null
  readonly versionHash: string | null
  readonly organisations: readonly SeenOrganisation[]
  readonly steps: readonly SeenStep[]
}

/**
 * What somebody may see of who agreed to what: the state of every organisation, and the words that were addressed to
 * them. Who works for an organisation that a study is shared with reads what was asked and what their own said; whose study
 * it is reads all.
 */
export function seenApprovals(
  { version, versionHash, organisations, steps }: ApprovalOverview,
  rights: Rights,
  { id: studyId, title }: Pick<Study, 'id' | 'title'>,
): SeenApprovals {
  const all = organisations.map((one): StudyOrganisation => ({ ...one, part: null }))
  const rolesFor = (one: StudyOrganisation): readonly string[] =>
    rolesInStudy(
      rights,
      all.filter((other) => other.organisationId === one.organisationId),
      studyId,
      true,
    )
  const owner = rights.administrator || all.some((one) => one.owner && rolesFor(one).length > 0)
  const own = new Set(all.filter((one) => rolesFor(one).length > 0).map(({ organisationId }) => organisationId))
  return {
    title,
    version,
    versionHash,
    organisations: organisations.map(({ organisationId, name, state, setting, approvers }, index) => {
      const here = all[index]
      const mine = here !== undefined && rolesFor(here).includes('approver')
      return { organisationId, name, state, setting, approvers, mine }
    }),
    steps: steps
      .filter(({ organisationId }) => owner || organisationId === null || own.has(organisationId))
      .map(({ kind, version: of, organisationId, by, at, remark }) => ({
        kind,
        version: of,
        organisationId,
        by: by.name,
        at: at.toISOString(),
        remark,
        organisation: organisations.find((one) => one.organisationId === organisationId)?.name ?? null,
      })),
  }
}
