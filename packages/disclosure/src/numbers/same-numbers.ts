import {
  canonicalJson,
  computed,
  type CountTable,
  type HiddenReason,
  type ReleasedNumbers,
  type Verdict,
} from '@klankbord/model'
import type { MadeBy } from '../is-same-figure.ts'
import type { TablePattern } from '../pattern.ts'
import { LEVEL } from '../verdicts.ts'
import type { Weighing } from '../weights/class-table.ts'
import { numberComparisons, type NumberComparison } from './compare-numbers.ts'
import { draftNumbers } from './draft-numbers.ts'
import type { NumberTable } from './number-table.ts'
import { releaseNumbers } from './release-numbers.ts'

/** What numbers are made of again: what people gave, and the counts beside it. */
export interface NumbersAgain {
  readonly numbers: readonly NumberTable[]
  readonly tables: readonly CountTable[]
  readonly weighing: Weighing | null
}

/**
 * Which released numbers come out as they were published when their records are counted again, by their id: means with their
 * intervals, days, shares and verdicts. What is hidden stays hidden, as for tables (`isSameFigure`).
 *
 * @param compared whether the plan had a breakdown of a number compared
 */
export function sameNumbers(
  published: readonly ReleasedNumbers[],
  { numbers, tables, weighing }: NumbersAgain,
  made: Omit<MadeBy, 'isCompared'>,
  compared: (question: string, by: string) => boolean = () => true,
): ReadonlySet<string> {
  const byId = new Map(published.map((one) => [one.id, one]))
  const told = numbers.filter(({ id }) => byId.has(id))
  const patterns = new Map(told.flatMap(({ id, table }) => patternOf(table, byId.get(id))))
  const sized = told.reduce((all, { id, table }) => withSizes(all, table, byId.get(id)), tables)
  const drafts = draftNumbers(told, sized, patterns, made.policy, weighing)
  const wanted = drafts.filter(({ table: { subject, by } }) => by !== null && compared(subject.name, by.name))
  const comparisons = numberComparisons(wanted, made.policy)
  const again = drafts.filter((draft) => {
    const before = byId.get(draft.table.id)
    const verdicts = before?.groups.map((group, index): Verdict => {
      if (group.status === 'hidden') return 'notTested'
      if (made.comparisons.significant === undefined) return group.verdict
      return verdictOf(
        comparisons.find((one) => one.id === draft.table.id && one.group === index),
        made,
      )
    })
    return canonicalJson(releaseNumbers(draft, verdicts ?? [], made.policy)) === canonicalJson(before)
  })
  return new Set(again.map(({ table }) => table.id))
}

function patternOf(
  table: string,
  published: ReleasedNumbers | undefined,
): readonly (readonly [string, TablePattern])[] {
  if (published === undefined) return []
  const reasons = published.groups.map((group): HiddenReason | null =>
    group.status === 'hidden' ? group.reason : null,
  )
  return [[table, { groups: reasons, cells: reasons.map(() => []) }]]
}

/** With the sizes in the population that were published. */
function withSizes(
  tables: readonly CountTable[],
  id: string,
  published: ReleasedNumbers | undefined,
): readonly CountTable[] {
  const sized = (table: CountTable): CountTable => ({
    ...table,
    groups: table.groups.map((group, at) => ({ ...group, population: published?.groups[at]?.population ?? null })),
  })
  return tables.map((table) => (table.id === id ? sized(table) : table))
}

/** Holm (1979), from how many comparisons there were and how many it left: see `isSameFigure`. Differences are in least ones. */
function verdictOf(
  comparison: NumberComparison | undefined,
  { comparisons: { made, significant = 0 } }: Omit<MadeBy, 'isCompared'>,
): Verdict {
  if (comparison === undefined || !computed<number>(comparison.p)) return 'notTested'
  const { p, difference } = comparison
  const clear = (made - significant) * p < LEVEL && Math.abs(difference) >= 1
  return clear ? (difference > 0 ? 'higher' : 'lower') : 'noClearDifference'
}
