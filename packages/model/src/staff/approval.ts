/**
 * What was done about the approval of a version: a researcher asked for it, or somebody agreed or sent it back for an
 * organisation. Steps are only ever added.
 */
export interface ApprovalStep {
  readonly kind: 'asked' | 'agreed' | 'sentBack'
  readonly version: number
  /** Hash of the questionnaire that was asked about or read. */
  readonly versionHash: string
  /** For whom somebody answered; null where a researcher asked. */
  readonly organisationId: string | null
  readonly by: { readonly id: string | null; readonly name: string }
  readonly at: Date
  /** What is planned, or why it goes back. */
  readonly remark: string
}

/**
 * Where an organisation stands with a version. `notNeeded`: it does not ask for approval. `notAsked`: nobody asked for it yet.
 * `waiting`: asked, not answered.
 */
export type ApprovalState = 'notNeeded' | 'notAsked' | 'waiting' | 'agreed' | 'sentBack'

/** What an organisation set for a study; null where it follows the rule. */
export type ApprovalSetting = boolean | null

/**
 * Whether fieldwork waits for an organisation. It does when that was set; else when it has somebody who can agree, or once
 * answered in this study: nobody gets round an answer by ending the role of who gave it.
 */
export function needsApproval(
  setting: ApprovalSetting,
  approvers: number,
  organisationId: string,
  steps: readonly ApprovalStep[],
): boolean {
  return setting ?? (approvers > 0 || steps.some((step) => step.organisationId === organisationId))
}

/**
 * Where an organisation that is needed stands with a version. Asking again begins anew for everybody: what was agreed to was
 * another plan.
 *
 * @param steps in the order in which they were added
 */
export function approvalState(
  organisationId: string,
  versionHash: string,
  steps: readonly ApprovalStep[],
): Exclude<ApprovalState, 'notNeeded'> {
  const lastAsked = steps.findLastIndex((step) => step.kind === 'asked' && step.versionHash === versionHash)
  if (lastAsked < 0) return 'notAsked'
  const answer = steps
    .slice(lastAsked + 1)
    .findLast((step) => step.organisationId === organisationId && step.versionHash === versionHash)
  return answer === undefined || answer.kind === 'asked' ? 'waiting' : answer.kind
}
