import type { CountTable } from '@klankbord/model'

/** People as a row of a table. */
export interface JoinedRow {
  readonly total: number
  readonly valid: number
  readonly counts: readonly number[]
}

/**
 * What a crossed or nested table leaves over of the tables that hold its sums, all but nothing: in each group of a coarser
 * breakdown, and in what those leave over in their turn.
 *
 * @param splits all tables by group of the question
 */
export function leftOverIn(whole: CountTable, splits: readonly CountTable[], table: CountTable): readonly JoinedRow[] {
  const named = (name: string): CountTable | undefined => splits.find(({ by }) => by?.name === name)
  const everybody = rowsOf(whole)[0] ?? { total: 0, valid: 0, counts: [] }
  const own = rowsOf(table)
  const { crossed, within } = table.by ?? {}
  if (crossed === undefined) {
    const coarser = within === undefined ? undefined : named(within)
    if (!coarser) return [minus(everybody, own)]
    const inside = rowsOf(coarser).map((row, place) =>
      minus(
        row,
        own.filter((_, group) => table.groups[group]?.within === coarser.groups[place]?.code),
      ),
    )
    const outside = own.filter((_, group) => {
      const code = table.groups[group]?.within ?? null
      return code === null || !coarser.groups.some((one) => one.code === code)
    })
    return [...inside, minus(minus(everybody, rowsOf(coarser)), outside)]
  }
  const margins = crossed.map((name) => named(name))
  const inEach = margins.map((margin, way) =>
    margin === undefined
      ? []
      : rowsOf(margin).map((row, place) =>
          minus(
            row,
            own.filter((_, group) => table.groups[group]?.codes?.[way] === margin.groups[place]?.code),
          ),
        ),
  )
  const [first] = margins
  const inNeither = first === undefined ? [] : [minus(minus(everybody, rowsOf(first)), inEach[1] ?? [])]
  return [...inEach.flat(), ...inNeither]
}

function rowsOf(table: CountTable): readonly JoinedRow[] {
  return table.groups.map((_, group) => ({
    total: table.bases[group]?.total ?? 0,
    valid: table.bases[group]?.valid ?? 0,
    counts: table.counts[group] ?? [],
  }))
}

function minus(row: JoinedRow, parts: readonly JoinedRow[]): JoinedRow {
  const less = (all: number, pick: (part: JoinedRow) => number): number =>
    parts.reduce((left, part) => left - pick(part), all)
  return {
    total: less(row.total, ({ total }) => total),
    valid: less(row.valid, ({ valid }) => valid),
    counts: row.counts.map((count, column) => less(count, ({ counts }) => counts[column] ?? 0)),
  }
}
