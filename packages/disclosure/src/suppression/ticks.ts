import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { showAll, type TablePattern } from '../pattern.ts'
import type { Bounds } from './hiding-draft.ts'

/** How often an option was ticked in one row. */
export interface Ticks {
  readonly count: number
  readonly valid: number
  /** Fewest ticks that the other options leave possible: everyone with an answer ticked something. */
  readonly floor: number
}

/**
 * In a question with several answers each option splits a row into those who ticked it and those who did not, and either side
 * can be small. An option that is hidden for everybody is hidden in every row.
 *
 * @returns null when the table of everybody cannot be shown at all
 */
export function hideMarginTicks(whole: CountTable, policy: DisclosurePolicy): TablePattern | null {
  const counts = whole.counts[0] ?? []
  const all = whole.categories.map((_, column) => ticksAmong(counts, whole.bases[0]?.valid ?? 0, column))
  // That everybody ticked it is what would be hidden, and the reason would tell: nothing else hides an answer of everybody so.
  if (all.some(({ count, valid }) => valid > 0 && count === valid)) return null
  const cells = all.map((ticks) => tickReason(ticks, policy))
  const holds = all.every((ticks, column) => {
    const reason = cells[column] ?? null
    if (reason === null) return true
    const { low, high } = tickBounds(ticks, reason, policy)
    return high - Math.max(low, ticks.floor) >= tickSpan(ticks, policy)
  })
  return holds ? { ...showAll(whole), cells: [cells] } : null
}

/** What is left possible of an option when a reader knows nothing of it but the others. */
export function ticksAmong(counts: readonly number[], valid: number, column: number): Ticks {
  const others = counts.reduce((sum, other, index) => (index === column ? sum : sum + other), 0)
  return { count: counts[column] ?? 0, valid, floor: Math.max(0, valid - others) }
}

/** Few who ticked, or few who did not: sensitive. Everyone: hidden, but called complementary, because the reason would tell. */
export function tickReason(
  { count, valid }: Pick<Ticks, 'count' | 'valid'>,
  { sensitiveCell }: DisclosurePolicy,
): 'sensitive' | 'complementary' | null {
  if (valid === 0 || count === 0) return null
  if (count === valid) return 'complementary'
  return Math.min(count, valid - count) <= sensitiveCell ? 'sensitive' : null
}

/** What a reason says of the ticks of a row that is shown. */
export function tickBounds(
  { count, valid }: Pick<Ticks, 'count' | 'valid'>,
  reason: HiddenReason,
  { sensitiveCell }: DisclosurePolicy,
): Bounds {
  if (reason === 'sensitive')
    return count <= sensitiveCell ? { low: 1, high: sensitiveCell } : { low: valid - sensitiveCell, high: valid - 1 }
  return { low: sensitiveCell + 1, high: count === valid ? valid : valid - sensitiveCell - 1 }
}

/** Over how many whole numbers the ticks of a row must stay open. */
export function tickSpan({ count, valid }: Pick<Ticks, 'count' | 'valid'>, policy: DisclosurePolicy): number {
  const { leastGroup, sensitiveCell } = policy
  return count === valid ? Math.max(0, Math.min(leastGroup, valid) - sensitiveCell - 1) : sensitiveCell - 1
}
