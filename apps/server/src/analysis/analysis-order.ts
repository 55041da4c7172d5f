import type { VariableCondition } from '@klankbord/statistics'
import type { PopulationTargets } from './weighting.ts'

/** A condition on one variable; with `not` the others, also those without an answer. */
export type AnalysisCondition = VariableCondition & { readonly not?: true | undefined }

/** Whom somebody wants to analyse, and what the answers are to be weighted to. */
export interface AnalysisOrder {
  /** All of them hold; everybody unless told. */
  readonly where?: readonly AnalysisCondition[] | undefined
  readonly targets?: PopulationTargets | undefined
}
