/** One number of a publication. `low` and `high` are what a reader knows of it when it is hidden; `high` may be infinite. */
export interface SystemCell {
  readonly id: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** What hiding it takes from readers; at least 0. */
  readonly cost: number
}

/** The total is the sum of the parts; all are places in the list of cells. */
export interface Relation {
  readonly total: number
  readonly parts: readonly number[]
}

/** All numbers that are published together, and every sum that a reader can make of them. */
export interface CellSystem {
  readonly cells: readonly SystemCell[]
  readonly relations: readonly Relation[]
}

/** The whole-number interval of a cell must span at least so much: most minus least. */
export interface Protection {
  readonly cell: number
  readonly span: number
}

export interface HidingTask extends CellSystem {
  /** Hidden whatever happens: cells that are too small, and cells that no reader is shown. */
  readonly hidden: readonly number[]
  /** May never be hidden. */
  readonly shown: readonly number[]
  /** When the first is hidden, so is the second: a row and its cells. */
  readonly implies: readonly (readonly [number, number])[]
  readonly protections: readonly Protection[]
  /**
   * Where a protection cannot be had, only that is told, and nothing is looked for in what hangs together with it. Otherwise it
   * is met as far as it can be.
   */
  readonly strict?: boolean
  /** How much work the search for the cheapest pattern may take, where less than the solver would spend: see `SolvingLimits`. */
  readonly effort?: number
}

/** What to hide. `exact`: no cheaper pattern exists; `bounded`: none below `bound`; `coarse`: safe, found without a solver. */
export interface HidingOutcome {
  /** Places in the list of cells, in order, those that had to be hidden included. */
  readonly hidden: readonly number[]
  readonly method: 'exact' | 'bounded' | 'coarse'
  readonly cost: number
  readonly bound: number
  /** Cells whose interval cannot be as wide as was asked, or is not known to be, even with all hidden that may be. */
  readonly unmet: readonly number[]
}

export interface RangesTask extends CellSystem {
  readonly hidden: readonly number[]
  /** `enough`: null asks for the exact range; a number allows stopping once the span is proven to be at least so wide. */
  readonly wanted: readonly { readonly cell: number; readonly enough: number | null }[]
}

/** The least and the most whole number that a cell can be, given everything that is shown. */
export interface CellRange {
  readonly cell: number
  readonly least: number
  readonly most: number
}

/** Who solves: in this process, or a worker that can be killed. Tasks and outcomes are plain data. */
export interface Solving {
  hide(task: HidingTask): Promise<HidingOutcome>
  ranges(task: RangesTask): Promise<readonly CellRange[]>
}
