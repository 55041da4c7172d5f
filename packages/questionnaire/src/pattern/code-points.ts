/** From and up to and including; both are code points. */
export type Range = readonly [number, number]

/** A set of code points: ranges in order, with a gap between any two. */
export type CodePoints = readonly Range[]

const LAST_CODE_POINT = 0x10_ff_ff

/** One set of any ranges, in whatever order they come and however they overlap. */
export function union(ranges: readonly Range[]): CodePoints {
  const merged: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** Every code point that is not in the set. */
export function complement(set: CodePoints): CodePoints {
  const rest: Range[] = []
  let from = 0
  for (const [first, last] of set) {
    if (first > from) rest.push([from, first - 1])
    from = last + 1
  }
  if (from <= LAST_CODE_POINT) rest.push([from, LAST_CODE_POINT])
  return rest
}

/** Whether a code point is in the set; looks at no more ranges than the logarithm of their number. */
export function contains(set: CodePoints, code: number): boolean {
  let low = 0
  let high = set.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((set[middle]?.[1] ?? 0) < code) low = middle + 1
    else high = middle
  }
  return code >= (set[low]?.[0] ?? Infinity)
}
