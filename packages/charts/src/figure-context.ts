import type { LanguageCode, PlanComparisons } from '@klankbord/model'

/** What every builder of figures needs to know beside its tables. */
export interface FigureContext {
  /** Language in which the figure speaks. */
  readonly language: LanguageCode
  /** The questionnaire's own language, for labels that have no translation. */
  readonly fallback: LanguageCode
  /** Least number of answers of a shown group, as the policy of the publication says. */
  readonly leastGroup: number
  /** From how many answers on a figure is more than an indication, as the policy says; 30 when left out. */
  readonly indicativeBelow?: number
  /** Whether its shares are weighted; counted when left out. */
  readonly weighted?: boolean
  /** What a plan restricted comparisons to; all of them when left out. */
  readonly comparisons?: PlanComparisons
}
