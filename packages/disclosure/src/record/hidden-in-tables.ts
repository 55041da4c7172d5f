import type { HiddenFigure, HiddenInTable, ReleasedNumbers, ReleasedTable } from '@klankbord/model'
import { hiddenFigures, hiddenNumbers, type FigureHidden } from './hidden-figures.ts'

/** What the audit found of a hidden figure; without ends it stopped when the width was enough. */
export interface FoundRange {
  readonly width: number
  readonly ends: { readonly least: number; readonly most: number } | null
}

/** What the audit found of a hidden figure of a table; null where it did not look. */
export type RangeOf = (table: ReleasedTable, figure: FigureHidden) => FoundRange | null

/**
 * Which figures are hidden, table by table, for the record. Numbers hide what the table of the same answers hides; those
 * without a published table are named themselves. Of an answer to a question with several answers no range is told.
 *
 * @param rangeOf left out: nothing is said of how closely the figures can be worked out, as for a part, whose members have
 *   other tables beside it than the audit looked at
 */
export function hiddenInTables(
  tables: readonly ReleasedTable[],
  numbers: readonly ReleasedNumbers[],
  rangeOf: RangeOf = () => null,
): readonly HiddenInTable[] {
  const ids = new Set(tables.map(({ id }) => id))
  const entries = [
    ...tables.map((table) => ({
      table: table.id,
      figures: hiddenFigures(table).map((figure) =>
        withRange(figure, isTick(table, figure) ? null : rangeOf(table, figure)),
      ),
    })),
    ...numbers
      .filter(({ id }) => !ids.has(id))
      .map((one) => ({ table: one.id, figures: hiddenNumbers(one).map((figure) => withRange(figure, null)) })),
  ]
  return entries.filter(({ figures }) => figures.length > 0)
}

/**
 * Few ticks are hidden for the same reason as few who did not tick, which leaves a reader two ranges at the ends, or one between them:
 * narrower than what programs find, who know of no reason there.
 */
function isTick({ kind }: ReleasedTable, { category }: FigureHidden): boolean {
  return kind === 'multiple' && category !== null
}

function withRange({ group, category, reason }: FigureHidden, found: FoundRange | null): HiddenFigure {
  const { width = null, ends = null } = found ?? {}
  return { group, category, reason, width: finite(width), least: finite(ends?.least), most: finite(ends?.most) }
}

/** What has no end is no number in JSON. */
function finite(value: number | null | undefined): number | null {
  return value === undefined || value === null || !Number.isFinite(value) ? null : value
}
