/** One row of a data table. A reason stands in the place of the cells that it leaves out. */
export interface TableRow {
  readonly header: string
  readonly cells: readonly string[]
  /** Why the rest of the row is empty; it spans the remaining columns. */
  readonly why?: string
  /** Starts a part of the table under this name. */
  readonly section?: string
  /** A total under the rest. */
  readonly total?: boolean
}

/** The numbers of a figure as a table: the first column names the rows, all others are numbers or words for them. */
export interface DataTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly TableRow[]
}
