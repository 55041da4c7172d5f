import type { Base, CountTable } from '@klankbord/model'
import { categoriesOf, subjectOf } from './random-tables.ts'

/** One group: how often each answer was given, and how many skipped. */
export interface RowSpec {
  readonly counts: readonly number[]
  readonly skipped?: number
  readonly population?: number
}

/** A single-choice question by groups, with its table of everybody (who may include people in no group). */
export function questionTables(
  rows: readonly RowSpec[],
  options: {
    readonly name?: string
    readonly sensitive?: boolean
    readonly stray?: RowSpec
    readonly by?: string
  } = {},
): readonly CountTable[] {
  const { name = 'q', sensitive = false, stray, by = 'wijk' } = options
  const all = stray ? [...rows, stray] : rows
  const width = rows[0]?.counts.length ?? 0
  const totals = Array.from({ length: width }, (_, column) =>
    all.reduce((sum, row) => sum + (row.counts[column] ?? 0), 0),
  )
  const skipped = all.reduce((sum, row) => sum + (row.skipped ?? 0), 0)
  const shape = { kind: 'single' as const, subject: subjectOf(name, sensitive), categories: categoriesOf(width) }
  const population = (row: RowSpec): number | null => row.population ?? null
  return [
    {
      id: name,
      ...shape,
      by: null,
      groups: [{ code: null, label: { nl: 'Iedereen' }, population: null }],
      counts: [totals],
      bases: [baseOf({ counts: totals, skipped })],
    },
    {
      id: `${name}×${by}`,
      ...shape,
      by: subjectOf(by, false),
      groups: rows.map((row, index) => ({
        code: index + 1,
        label: { nl: `Wijk ${index + 1}` },
        population: population(row),
      })),
      counts: rows.map((row) => row.counts),
      bases: rows.map(baseOf),
    },
  ]
}

function baseOf({ counts, skipped = 0 }: RowSpec): Base {
  const valid = counts.reduce((sum, count) => sum + count, 0)
  const total = valid + skipped
  return { total, asked: total, answered: valid, valid, empties: skipped > 0 ? { skipped } : {} }
}
