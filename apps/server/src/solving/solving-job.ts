import type { CellRange, HidingOutcome, HidingTask, RangesTask } from '@klankbord/disclosure'

/** What a worker is asked. `coarsely`: without the solver, which did not get ready in time or died. */
export type SolvingJob =
  | { readonly kind: 'hide'; readonly task: HidingTask; readonly seconds: number }
  | { readonly kind: 'hideCoarsely'; readonly task: HidingTask }
  | { readonly kind: 'ranges'; readonly task: RangesTask; readonly seconds: number }

/** What a worker says: that it can be asked, what came of a job, or what was thrown. */
export type SolvingReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'solved'; readonly outcome: HidingOutcome | readonly CellRange[] }
  | { readonly kind: 'failed'; readonly words: string }
