import { computed, type CountTable, type DisclosurePolicy, type Verdict } from '@klankbord/model'
import { clearDifferences, fisherExactP, type Comparison } from '@klankbord/statistics'
import type { NumberComparison } from './numbers/compare-numbers.ts'
import { positiveColumns } from './release-table.ts'
import type { TablePattern } from './pattern.ts'
import { rowsTogether, type ClassTable, type WeighedTable } from './weights/class-table.ts'
import { effectiveSizeOf, weightedShare } from './weights/weighted-share.ts'

/** Two shares closer than this are no clear difference, however sure: 5 points. */
export const LEAST_DIFFERENCE = 0.05

/** The chance of marking any group where nothing differs. */
export const LEVEL = 0.05

/** How groups compare with the others, and how many comparisons were made for it. */
export interface Verdicts {
  /** Per table id one verdict per group. */
  readonly byTable: ReadonlyMap<string, readonly Verdict[]>
  /** Per id of numbers the verdicts of groups that were compared, by their place. */
  readonly byNumbers: ReadonlyMap<string, readonly Verdict[]>
  readonly made: number
  readonly clear: number
  /** What Holm's correction leaves, large enough or not. */
  readonly significant: number
}

/** A group beside everybody else of its breakdown. */
interface GroupComparison extends Comparison {
  readonly table: string
  readonly group: number
}

/**
 * Compares each group with everybody in the other groups of the breakdown, on the positive answers: Fisher's
 * exact test, Holm's correction over every comparison of the publication, those of numbers included, and at least 5 points
 * (`clearDifferences`).
 * Tested are groups whose figures are shown and that, like the others together, have enough answers. The exact test,
 * since that of normal shares marks a small group far too often where nearly all are content: with 200 groups of 30 beside
 * 1000 others, 95 % content everywhere, some group would be marked in 31 of 100 reports, though nothing differs.
 */
export function compareGroups(
  tables: readonly WeighedTable[],
  patterns: ReadonlyMap<string, TablePattern>,
  policy: DisclosurePolicy,
  numbers: readonly NumberComparison[] = [],
): Verdicts {
  const shares = tables.flatMap((weighed) => {
    const { table } = weighed
    const pattern = patterns.get(table.id)
    return pattern && table.by ? table.groups.flatMap((_, group) => compareGroup(weighed, group, pattern)) : []
  })
  // In times the least difference that is worth saying, so that all stand in one correction.
  const inLeast = shares.map((one) => ({ ...one, difference: one.difference / LEAST_DIFFERENCE }))
  const marked = clearDifferences([...inLeast, ...numbers], {
    leastDifference: 1,
    leastGroup: policy.indicativeBelow,
    level: LEVEL,
  })
  const byTable = new Map(tables.map(({ table }) => [table.id, table.groups.map((): Verdict => 'notTested')]))
  const byNumbers = new Map<string, Verdict[]>()
  let made = 0
  let clear = 0
  let significant = 0
  for (const [index, place] of [...shares, ...numbers].entries()) {
    const { verdict, adjusted } = marked[index] ?? { verdict: 'tooFewToSay', adjusted: 1 }
    if (verdict === 'tooFewToSay') continue
    made += 1
    if (computed<number>(adjusted) && adjusted < LEVEL) significant += 1
    if (verdict !== 'noClearDifference') clear += 1
    const row = 'id' in place ? (byNumbers.get(place.id) ?? []) : byTable.get(place.table)
    if (row) row[place.group] = verdict
    if (row && 'id' in place) byNumbers.set(place.id, row)
  }
  return { byTable, byNumbers, made, clear, significant }
}

/**
 * None or one comparison of a group with all people of known other groups. Of weighted shares the test is given as many
 * people as their weights are worth (`effectiveSizeOf`).
 */
export function compareGroup(
  { table, classes }: WeighedTable,
  group: number,
  pattern: TablePattern,
): readonly GroupComparison[] {
  const positive = positiveColumns(table, group, pattern)
  const n1 = table.bases[group]?.valid ?? 0
  const others = table.groups.flatMap((_, other) => (other === group ? [] : [other]))
  const n2 = others.reduce((sum, other) => sum + (table.bases[other]?.valid ?? 0), 0)
  if (positive === null || n1 === 0 || n2 === 0) return []
  const of = (groups: readonly number[], n: number): Positive =>
    classes ? weightedPositive(classes, groups, positive, n) : countedPositive(table, groups, positive, n)
  const [own, rest] = [of([group], n1), of(others, n2)]
  const p = fisherExactP({ count1: own.count, n1: own.n, count2: rest.count, n2: rest.n })
  return [{ table: table.id, group, difference: own.share - rest.share, p, n1, n2 }]
}

/** A share, and the whole numbers of people that it is tested as. */
interface Positive {
  readonly share: number
  readonly count: number
  readonly n: number
}

function countedPositive(
  table: CountTable,
  groups: readonly number[],
  positive: readonly number[],
  n: number,
): Positive {
  const count = groups.reduce(
    (sum, group) => sum + positive.reduce((all, column) => all + (table.counts[group]?.[column] ?? 0), 0),
    0,
  )
  return { share: count / n, count, n }
}

function weightedPositive(
  { groups: rows, weights }: ClassTable,
  groups: readonly number[],
  positive: readonly number[],
  n: number,
): Positive {
  const weighed = { row: rowsTogether(groups.flatMap((group) => rows[group] ?? [])), weights }
  const { share } = weightedShare(weighed, positive, { n, population: null })
  const worth = Math.max(1, Math.floor(effectiveSizeOf(weighed)))
  return { share, count: Math.round(share * worth), n: worth }
}
