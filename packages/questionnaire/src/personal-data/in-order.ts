import type { Span } from './personal-datum.ts'

/** Stretches in the order of the text; of those that overlap, the one that begins first, and of those the longest. */
export function inOrder<Found extends Span>(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}
