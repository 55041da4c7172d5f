import type { Figure } from '@klankbord/charts'

/** A figure in its place: a number for people, an id for links, and the questions that it shows. */
export interface PlacedFigure<F extends Figure = Figure> {
  readonly figure: F
  readonly number: number
  readonly id: string
  /** What it says, never in the same words as the figure before it. */
  readonly sentence: string
  readonly questions: readonly string[]
}

/** Gives a figure its place, in the order of the page. */
export type Place = <F extends Figure>(figure: F, questions: readonly string[]) => PlacedFigure<F>
