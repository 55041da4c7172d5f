import type { NumberMeasure, ReleasedNumbers, TableSubject } from '@klankbord/model'

/** The numbers behind a table of counts, before protection. Never leave the server. */
export interface NumberTable {
  /**
   * The table of counts with the same groups, in the same order. Where it hides a group or one of its cells, no number is
   * shown. Either that of the question itself, or one that counts who gave a number.
   */
  readonly table: string
  /** Whether that table only counts who gave a number: then it is protected with the others and not released. */
  readonly presence: boolean
  readonly id: string
  readonly subject: TableSubject
  readonly measure: NumberMeasure
  readonly by: TableSubject | null
  readonly range: ReleasedNumbers['range']
  /**
   * The number of each category of the table, where its counts say all of every figure: then figures are made of these
   * and tell nothing that they do not. Null where they are made of `values`.
   */
  readonly scores: readonly number[] | null
  /** Per group what each person gave, in any order; days of a duration. */
  readonly values: readonly Float64Array[]
  /** Per group whether each of these was over, in the same order; null where there is no waiting. */
  readonly over: readonly (readonly boolean[])[] | null
  /** Per group what each person weighs, in the same order; null where everybody counts once. */
  readonly weights: readonly Float64Array[] | null
  /** What unequal weights cost everybody (Kish), and the largest of them; 1 and 1 where everybody counts once. */
  readonly weighting: { readonly designEffect: number; readonly largest: number }
  /** Of a scale and everybody: who answered all items, and Cronbach's alpha over them. */
  readonly consistency: { readonly complete: number; readonly alpha: number } | null
}
