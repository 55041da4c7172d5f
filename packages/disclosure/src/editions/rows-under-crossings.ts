import type { ReleasedTable } from '@klankbord/model'

/** Rows of a crossed table that lie in a row of a coarser one. */
export interface RowsUnder {
  /** The row of the coarser crossing. */
  readonly margin: string
  readonly names: readonly string[]
}

type Place = readonly [breakdown: string, code: number]

/**
 * Two crossings of one question by the same lines, by neighbourhood and by district: which rows of the finer one lie in which rows
 * of the coarser one, as readers can tell from what lies within what.
 *
 * @param tables of one question
 */
export function rowsUnderCrossings(
  { by, groups }: ReleasedTable,
  tables: readonly ReleasedTable[],
): readonly RowsUnder[] {
  const axes = by?.crossed
  if (by === null || axes === undefined) return []
  return tables.flatMap((coarser) => {
    const above = coarser.by?.crossed
    if (above === undefined || coarser.by === null || coarser.by.name === by.name) return []
    const rows = coarser.groups.flatMap(({ code, codes }): readonly RowsUnder[] => {
      if (codes === undefined) return []
      const names = groups.filter((group) => {
        const own = (group.codes ?? []).map((each, way) => upwards([axes[way] ?? '', each], tables))
        return above.every((name, way) => own.some((places) => places.has(String([name, codes[way]]))))
      })
      return [{ margin: `${coarser.by?.name}=${code}`, names: names.map((group) => `${by.name}=${group.code}`) }]
    })
    return rows.filter(({ names }) => names.length > 0)
  })
}

/** A group, and the larger ones in which it lies. */
function upwards([breakdown, code]: Place, tables: readonly ReleasedTable[]): ReadonlySet<string> {
  const table = tables.find(({ by }) => by?.name === breakdown)
  const within = table?.groups.find((group) => group.code === code)?.within
  const own = String([breakdown, code])
  if (table?.by?.within === undefined || within === undefined || within === null) return new Set([own])
  return new Set([own, ...upwards([table.by.within, within], tables)])
}
