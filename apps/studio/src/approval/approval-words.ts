import type { Approvals, OrganisationApproval } from '../api/work-types.ts'

/** What somebody can do on the page of the approval, as things stand. */
export interface ApprovalTask {
  /** Whether anybody has to agree. */
  readonly needed: boolean
  /** Whether every organisation that has to, agreed. */
  readonly complete: boolean
  /** The organisations for which whoever looks can answer, as things stand. */
  readonly toAnswer: readonly OrganisationApproval[]
  /** What was asked last, about the latest version; null when nothing was. */
  readonly plan: { readonly text: string; readonly by: string; readonly at: string } | null
}

/** What there is to do about the approval of the latest version. */
export function approvalTask({ version, organisations, steps }: Approvals): ApprovalTask {
  const needed = organisations.filter(({ state }) => state !== 'notNeeded')
  const asked = steps.findLast(({ kind }) => kind === 'asked')
  const plan = asked === undefined || asked.version !== version ? null : asked
  return {
    needed: needed.length > 0,
    complete: needed.length > 0 && needed.every(({ state }) => state === 'agreed'),
    toAnswer: plan === null ? [] : organisations.filter(({ mine, state }) => mine && state === 'waiting'),
    plan: plan === null ? null : { text: plan.remark, by: plan.by, at: plan.at },
  }
}
