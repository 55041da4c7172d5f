/**
 * The known word nearest to what was written, when it is near enough to be meant.
 *
 * At most a third of the word may differ, and at most four letters. Capitals do not count.
 *
 * @example nearest('choises', ['title', 'choices']) // 'choices'
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > LONGEST) return undefined
  const word = written.toLowerCase()
  const allowed = Math.min(MOST_LETTERS, Math.max(1, Math.floor(word.length / 3)))
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const candidate of known) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word, candidate.toLowerCase(), bestDistance - 1)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

const LONGEST = 64
/** Who writes more letters otherwise means another word. */
const MOST_LETTERS = 4

/**
 * Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours.
 * Work grows with the shorter word times `most`.
 *
 * @param most beyond it, only that the distance is greater is known: Infinity is given
 * @example editDistance('geholpen', 'gehoplen') // 1
 */
export function editDistance(a: string, b: string, most: number = Math.max(a.length, b.length)): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: Math.min(most, b.length) + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current: number[] = row <= most ? [row] : []
    const end = Math.min(b.length, row + most)
    let nearestSoFar = row
    // Farther from the diagonal, two words differ more than that already.
    for (let column = Math.max(1, row - most); column <= end; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, at(beforeLast, column - 2) + 1)
      current[column] = least
      nearestSoFar = Math.min(nearestSoFar, least)
    }
    if (nearestSoFar > most) return Infinity
    ;[beforeLast, last] = [last, current]
  }
  const distance = at(last, b.length)
  return distance > most ? Infinity : distance
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity
