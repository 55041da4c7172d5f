/** In pixels: the words of a break above, the plot, the names of the rounds below. */
export const TOP = 34
export const BOTTOM = 194
export const HEIGHT = 220
/** In percent of the width: room for the numbers of the scale at the left, and for a point at the right. */
const FIRST = 26
const LAST = 88

/** Where a round stands, in percent of the width. @example roundPlace(0, 1) // 57 */
export function roundPlace(index: number, rounds: number): number {
  const x = FIRST + (rounds === 1 ? 0.5 : index / (rounds - 1)) * (LAST - FIRST)
  return Math.round(x * 100) / 100
}
