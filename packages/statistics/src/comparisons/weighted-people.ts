/** People with an answer to both questions, one entry each. Leave the others out before. */
export interface WeightedPeople {
  /** Row of the table, from 0. */
  readonly row: ArrayLike<number>
  /** Column of the table, from 0. */
  readonly column: ArrayLike<number>
  readonly rows: number
  readonly columns: number
  /** 1 for everybody unless told. */
  readonly weights?: ArrayLike<number>
  /** Stratum of the sample, any number per stratum; one stratum unless told. */
  readonly strata?: ArrayLike<number>
  /** How many people the stratum of each has, the same for all of a stratum; endless unless told. */
  readonly populations?: ArrayLike<number>
}
