import type { Breakdown } from '../study.ts'

/** How one figure was made, so that it can be made again on its own from the same records. */
export interface FigureRecipe {
  /** Id of the table; of numbers "number:" and their id. */
  readonly figure: string
  /** Name of the question, or of the duration or scale. */
  readonly question: string
  /** The breakdowns of the plan that it is made with: what its groups are, and the bands of a question that is a number. */
  readonly breakdowns: readonly Breakdown[]
  /** Percentages are of who gave a substantive answer. */
  readonly base: 'valid'
  /** How many of everybody these are; null where that is not shown. */
  readonly n: number | null
  /** `student`: of a mean. */
  readonly interval: 'wilson' | 'wilsonFinitePopulation' | 'student'
  readonly level: number
  /** `none`, or how and by what people were weighed: "raking:district,age". */
  readonly weights: string
  /** Number of the questionnaire version. */
  readonly version: number
  /** ISO date of the reckoning. */
  readonly date: string
  /** Names of the columns that went in, and a keyed digest of what stood in them, whatever the order of people. */
  readonly input: { readonly columns: readonly string[]; readonly digest: string }
}

/** The `figure` of numbers, whose id a table may have too. No variable has a colon in its name. @example numberFigure('grade') // 'number:grade' */
export function numberFigure(id: string): string {
  return `number:${id}`
}
