/** The parts of a plan that can differ from the plan as it was fixed. */
export const PLAN_PARTS = [
  'questions',
  'breakdowns',
  'bands',
  'merges',
  'crossings',
  'headline',
  'numbers',
  'basis',
  'comparisons',
  'audiences',
  'other',
] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** The plan that was fixed for a wave, and whether it is the plan of this publication. */
export interface PublishedPlan {
  /** `contentHash` of the plan as it was fixed. */
  readonly hash: string
  /** ISO date. */
  readonly fixedOn: string
  /** Whether it was fixed while the wave was open and nobody had looked at its answers yet, as far as the log of staff knows. */
  readonly beforeResults: boolean
  /** In what this publication differs from it; nothing when it keeps to the plan. */
  readonly changedSince: readonly PlanPart[]
}
