import type { CountTable, DisclosurePolicy } from '@klankbord/model'
import { leftOverIn, type JoinedRow } from './left-over.ts'
import { hideAll, type Family, type TablePattern } from './pattern.ts'

type Patterns = ReadonlyMap<string, TablePattern>

/**
 * Crossed breakdowns, and groups within larger ones: such a table is shown in full or not at all. It is shown where it hides
 * nothing, where no table of the question that holds its sums hides anything, and where all that can be subtracted (people
 * with a code in one breakdown and none in the other, or in neither) would itself be fit to be shown. Then every group that
 * anybody can compute is a union of groups that might be shown.
 *
 * Coarse on purpose: one small group takes the table with it.
 */
export function hideJoined(families: readonly Family[], patterns: Patterns, policy: DisclosurePolicy): Patterns {
  let current = patterns
  for (;;) {
    const going = families.flatMap((family) =>
      family.splits.filter(
        (table) => isJoined(table) && !isGone(table, current) && !mayBeShown(family, table, current, policy),
      ),
    )
    if (going.length === 0) return current
    current = new Map([...current, ...going.map((table) => [table.id, hideAll(table, 'complementary')] as const)])
  }
}

/** Whole, and without reasons that would tell. */
function isGone({ id }: CountTable, patterns: Patterns): boolean {
  return patterns.get(id)?.groups.every((reason) => reason === 'complementary') ?? false
}

function isJoined({ by }: CountTable): boolean {
  return by?.crossed !== undefined || by?.within !== undefined
}

function mayBeShown(
  { whole, splits, sensitive }: Family,
  table: CountTable,
  patterns: Patterns,
  policy: DisclosurePolicy,
): boolean {
  const hides = ({ id }: CountTable): boolean => {
    const pattern = patterns.get(id)
    return pattern === undefined || [...pattern.groups, ...pattern.cells.flat()].some((reason) => reason !== null)
  }
  if (splits.some((other) => other !== table && sharesBoth(other, table, splits))) return false
  // Every other table of the question: whichever of them share people with this one, none may leave something over.
  if ([whole, ...splits.filter((other) => isRelated(other, table, splits))].some(hides)) return false
  const careful = sensitive(table) || splits.some((other) => isRelated(other, table, splits) && sensitive(other))
  return leftOverIn(whole, splits, table).every((row) => isFit(row, careful, whole.kind === 'multiple', policy))
}

/** Whether one of the two has to do with a breakdown of the other, itself included. */
function isRelated(one: CountTable, other: CountTable, splits: readonly CountTable[]): boolean {
  const names = new Set(linesOf(one, splits))
  return linesOf(other, splits).some((name) => names.has(name))
}

/** Two crossings of the same lines, by neighbourhood and by district: what one leaves over of the other is not looked at. */
function sharesBoth(one: CountTable, other: CountTable, splits: readonly CountTable[]): boolean {
  const names = new Set(linesOf(other, splits))
  const axes = one.by?.crossed ?? []
  return (
    other.by?.crossed !== undefined &&
    axes.length > 0 &&
    axes.every((axis) => upwards(axis, splits).some((name) => names.has(name)))
  )
}

/** The breakdowns that a table goes by, with all that they lie in. */
function linesOf({ by }: CountTable, splits: readonly CountTable[]): readonly string[] {
  return by?.crossed ? by.crossed.flatMap((name) => upwards(name, splits)) : upwards(by?.name, splits)
}

function upwards(name: string | undefined, splits: readonly CountTable[]): readonly string[] {
  if (name === undefined) return []
  return [name, ...upwards(splits.find((table) => table.by?.name === name)?.by?.within, splits)]
}

function isFit(
  { total, valid, counts }: JoinedRow,
  careful: boolean,
  severalAnswers: boolean,
  { leastGroup, sensitiveCell }: DisclosurePolicy,
): boolean {
  if (total === 0) return true
  if (total < leastGroup || valid < leastGroup) return false
  if (!careful) return true
  return counts.every((count) => {
    const small = count > 0 && count <= sensitiveCell
    const rest = valid - count
    return !small && rest > 0 && (!severalAnswers || rest > sensitiveCell)
  })
}
