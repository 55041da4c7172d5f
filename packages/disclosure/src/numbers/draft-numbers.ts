import { problem, type CountTable, type DisclosurePolicy, type Group, type HiddenReason } from '@klankbord/model'
import type { TablePattern } from '../pattern.ts'
import type { ClassTable, Weighing } from '../weights/class-table.ts'
import { groupFigures, type GroupFigures } from './group-numbers.ts'
import { momentsByGroup, momentsTogether, momentsWithout, type NumberMoments } from './number-moments.ts'
import type { NumberTable } from './number-table.ts'
import { roundDeviation } from './round-mean.ts'

/** Numbers of which it is decided what is shown, and not yet how groups compare. */
export interface DraftNumbers {
  readonly table: NumberTable
  readonly groups: readonly Group[]
  readonly moments: readonly NumberMoments[]
  /** Of everybody, rounded. */
  readonly deviation: number
  /** Per group what may be said of it, or why nothing. */
  readonly figures: readonly (GroupFigures | HiddenReason)[]
}

/**
 * Decides which numbers may be shown, from what protection hides of the counts beside them.
 *
 * - A group that its table hides, or of which it hides a cell, has no numbers: so hidden groups stay hidden together, as many
 *   as subtracting needs, and a mean adds nothing to counts that are shown.
 * - Without everybody there are no groups, and where all gave the same number there is nothing to blur it with.
 * - Of a sensitive question a breakdown goes whole where all of a shown group, or all who are left beside these, gave the
 *   same: one hidden row would tell why.
 *
 * @throws Problem `tablesDisagree` for numbers without their table of counts, or with other groups
 */
export function draftNumbers(
  numbers: readonly NumberTable[],
  tables: readonly CountTable[],
  patterns: ReadonlyMap<string, TablePattern>,
  policy: DisclosurePolicy,
  weighing: Weighing | null = null,
): readonly DraftNumbers[] {
  const wholes = new Map<string, DraftNumbers>()
  const inOrder = numbers.toSorted((a, b) => Number(a.by !== null) - Number(b.by !== null))
  const drafts = new Map(
    inOrder.map((table): readonly [string, DraftNumbers] => {
      const counted = countsOf(table, tables)
      const known: Known = {
        counted,
        pattern: patterns.get(table.table),
        whole: wholes.get(table.subject.name),
        policy,
        classes: weighing?.tables.get(table.table),
      }
      const draft = draftOf(table, known)
      if (table.by === null) wholes.set(table.subject.name, draft)
      return [table.id, draft]
    }),
  )
  return numbers.flatMap(({ id }) => drafts.get(id) ?? [])
}

interface Known {
  readonly counted: CountTable
  readonly pattern: TablePattern | undefined
  /** The numbers of everybody; undefined for these themselves. */
  readonly whole: DraftNumbers | undefined
  readonly policy: DisclosurePolicy
  /** Of the table of counts, where people are weighed. */
  readonly classes: ClassTable | undefined
}

function draftOf(table: NumberTable, { counted, pattern, whole, policy, classes }: Known): DraftNumbers {
  const moments = momentsByGroup(table, counted.counts, classes)
  const { groups } = counted
  const everybody = whole?.moments[0] ?? moments[0]
  const reasons = groups.map((_, index) => reasonOf(pattern, index, moments[index], policy))
  const deviation = everybody === undefined || everybody.sd === 0 ? 0 : roundDeviation(everybody.sd, everybody.n)
  const hideAll = (): DraftNumbers => {
    const figures = reasons.map((one) => one ?? 'complementary')
    return { table, groups, moments, deviation, figures }
  }
  if (table.by !== null && (whole === undefined || typeof whole.figures[0] === 'string')) return hideAll()
  if (everybody === undefined || (!table.scores && everybody.sd <= ROUNDING * Math.abs(everybody.mean)))
    return hideAll()
  if (tellsOfAll(table, moments, reasons, everybody)) return hideAll()
  const figures = groups.map((group, index): GroupFigures | HiddenReason => {
    const reason = reasons[index]
    const own = moments[index]
    if (reason || own === undefined) return reason ?? 'tooFew'
    const place = { index, group, counts: counted.counts[index] ?? [], moments: own, classes }
    return groupFigures(table, place, deviation, policy)
  })
  return { table, groups, moments, deviation, figures }
}

/** Squares of equal numbers are seldom exactly 0. */
const ROUNDING = 1e-9

function reasonOf(
  pattern: TablePattern | undefined,
  index: number,
  moments: NumberMoments | undefined,
  { leastGroup }: DisclosurePolicy,
): HiddenReason | null {
  const reason = pattern?.groups[index] ?? pattern?.cells[index]?.find((cell) => cell !== null) ?? null
  if (reason !== null || pattern === undefined) return reason ?? 'complementary'
  return moments === undefined || moments.n < leastGroup || moments.weight <= 0 ? 'tooFew' : null
}

/** Whether all of a shown group, or all who are left beside shown groups, gave the same sensitive number. */
function tellsOfAll(
  { scores, subject, by }: NumberTable,
  moments: readonly NumberMoments[],
  reasons: readonly (HiddenReason | null)[],
  everybody: NumberMoments,
): boolean {
  if (scores || !(subject.sensitive || by?.sensitive)) return false
  const shown = moments.filter((_, index) => reasons[index] === null)
  const rest = momentsWithout(everybody, momentsTogether(shown))
  const alike = ({ n, sd, mean }: NumberMoments): boolean => n > 0 && sd <= ROUNDING * Math.max(1, Math.abs(mean))
  return shown.some(alike) || (by !== null && rest.n > 0 && rest.squares <= REST * everybody.squares)
}

/** What subtracting leaves of squares that cancel. */
const REST = 1e-9

function countsOf(table: NumberTable, tables: readonly CountTable[]): CountTable {
  const counted = tables.find(({ id }) => id === table.table)
  const groups = counted?.groups.length ?? -1
  const fits = table.scores ? table.scores.length === counted?.categories.length : table.values.length === groups
  if (!counted || !fits || (counted.by === null) !== (table.by === null))
    throw problem('tablesDisagree', { table: table.id, expected: 'numbers of the groups of its table of counts' })
  return counted
}
