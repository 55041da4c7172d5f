import type { DisclosurePolicy, DisclosureRecord, HidingMethod, ReleasedNumbers, ReleasedTable } from '@klankbord/model'
import type { Measurement } from '../audit/measurement.ts'
import { hiddenIn } from '../part-of.ts'
import { hiddenInTables, type RangeOf } from './hidden-in-tables.ts'

/** What a record is made from, after every audit found the tables safe. */
export interface RecordParts {
  readonly tables: readonly ReleasedTable[]
  readonly numbers: readonly ReleasedNumbers[]
  /** What each audit measured. */
  readonly audits: readonly (readonly Measurement[])[]
  readonly rangeOf: RangeOf
  readonly policy: DisclosurePolicy
  /** How it was decided what to hide; left out where no solver was asked. */
  readonly method?: HidingMethod | undefined
}

/** The account that a publication gives of what it hides. */
export function disclosureRecord(parts: RecordParts): DisclosureRecord {
  const { tables, numbers, audits, rangeOf, policy, method } = parts
  const widths = audits.flat().map(({ width }) => width)
  const narrowest = widths.length === 0 ? null : widths.reduce((least, width) => Math.min(least, width))
  // Both look at nearly the same figures, of which none counts twice.
  const audited = audits.reduce((most, measured) => Math.max(most, measured.length), 0)
  return {
    policy,
    hidden: hiddenIn(tables, numbers),
    verdict: 'safe',
    audited,
    narrowest,
    ...(method !== undefined && { method }),
    tables: hiddenInTables(tables, numbers, rangeOf),
  }
}
