import type { DisclosurePolicy, DisclosureRecord, HidingMethod, ReleasedNumbers, ReleasedTable } from '@klankbord/model'
import type { Measurement } from '../audit/measurement.ts'
import { hiddenIn } from '../part-of.ts'
import { hiddenInTables, type RangeOf } from './hidden-in-tables.ts'

/** What a record is made from, after every audit found the tables safe. */
export interface RecordParts {
  readonly tables: readonly ReleasedTable[]
  readonly numbers: readonly ReleasedNumbers[]
  /** What `auditByPrograms` measured: what looks at hidden numbers measures more or fewer of them, and how many would tell. */
  readonly measured: readonly Measurement[]
  readonly rangeOf: RangeOf
  readonly policy: DisclosurePolicy
  /** How it was decided what to hide; left out where no solver was asked. */
  readonly method?: HidingMethod | undefined
}

/** The account that a publication gives of what it hides. */
export function disclosureRecord(parts: RecordParts): DisclosureRecord {
  const { tables, numbers, measured, rangeOf, policy, method } = parts
  const several = new Set(tables.flatMap(({ id, kind }) => (kind === 'multiple' ? [id] : [])))
  const widths = measured.map((one) => atLeast(one, several))
  const narrowest = widths.length === 0 ? null : widths.reduce((least, width) => Math.min(least, width))
  return {
    policy,
    hidden: hiddenIn(tables, numbers),
    verdict: 'safe',
    audited: measured.length,
    narrowest,
    ...(method !== undefined && { method }),
    tables: hiddenInTables(tables, numbers, rangeOf),
  }
}

/** Of ticks readers know more than the programs do: their reasons leave no room in the middle. So nothing is said but what is sure. */
function atLeast({ table, width, needed }: Measurement, several: ReadonlySet<string>): number {
  return several.has(table) || !Number.isFinite(width) ? needed : width
}
