/**
 * How many slips of the hand two words are apart: a letter more, less or another one, or two neighbours swapped (Damerau and
 * Levenshtein, with each place changed once).
 *
 * @example lettersApart('vogel', 'vgoel') // 1
 */
export function lettersApart(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
          swap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = above
    above = line
  }
  return above[b.length] ?? 0
}
