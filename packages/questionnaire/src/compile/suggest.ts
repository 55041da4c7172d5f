/**
 * The known word nearest to what was written, when it is near enough to be meant.
 *
 * Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of
 * neighbours; at most a third of the word may differ. Capitals do not count.
 *
 * @example nearest('choises', ['title', 'choices']) // 'choices'
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined
  const word = written.toLowerCase()
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const candidate of known) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word, candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

const LONGEST = 64

/**
 * Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours.
 *
 * @example editDistance('geholpen', 'gehoplen') // 1
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, at(beforeLast, column - 2) + 1)
      current.push(least)
    }
    ;[beforeLast, last] = [last, current]
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0
