import type { ShareEstimate } from '@klankbord/model'
import { weightedWilsonInterval } from '@klankbord/statistics'
import type { ClassRow } from './class-table.ts'

/** A row of people with what they weigh. */
export interface WeighedRow {
  readonly row: ClassRow
  readonly weights: readonly number[]
}

/** What all who gave a substantive answer weigh. */
function weightOf({ row, weights }: WeighedRow): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row.valid[at] ?? 0), 0)
}

/** Equally weighted people who would say as much as those who gave a substantive answer (Kish 1965); 0 for nobody. */
export function effectiveSizeOf(weighed: WeighedRow): number {
  const { row, weights } = weighed
  const squares = weights.reduce((sum, weight, at) => sum + weight * weight * (row.valid[at] ?? 0), 0)
  return squares === 0 ? 0 : weightOf(weighed) ** 2 / squares
}

/** What those who gave an answer weigh, per category. */
export function weightedCounts({ row, weights }: WeighedRow): readonly number[] {
  const categories = row.counts[0]?.length ?? 0
  return Array.from({ length: categories }, (_, column) =>
    weights.reduce((sum, weight, at) => sum + weight * (row.counts[at]?.[column] ?? 0), 0),
  )
}

/**
 * The weighted share of some answers together, with its interval. The count stays that of people.
 *
 * @param columns places of these answers
 */
export function weightedShare(
  weighed: WeighedRow,
  columns: readonly number[],
  { n, population }: { readonly n: number; readonly population: number | null },
): ShareEstimate {
  const all = weightOf(weighed)
  const counts = weightedCounts(weighed)
  const weight = columns.reduce((sum, column) => sum + (counts[column] ?? 0), 0)
  const count = columns.reduce(
    (sum, column) => sum + weighed.row.counts.reduce((people, own) => people + (own[column] ?? 0), 0),
    0,
  )
  // Sums in two orders differ in the last digit.
  const share = count === n ? 1 : all === 0 ? 0 : Math.min(1, weight / all)
  const effectiveSize = effectiveSizeOf(weighed)
  return { count, share, ...weightedWilsonInterval({ share, effectiveSize, n, population }) }
}
