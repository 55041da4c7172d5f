import type { Span } from './personal-datum.ts'

/** Whether a stretch has anything in common with one of others, which stand in their order and apart from each other. */
export function overlaps({ start, end }: Span, others: readonly Span[]): boolean {
  let [low, high] = [0, others.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const next = others[low]
  return next !== undefined && next.start < end
}
