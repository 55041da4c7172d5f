import type { FigureValue } from './figure-value.ts'
import type { NumberReading } from './number-reading.ts'

type Released = Extract<FigureValue, { status: 'released' }>

/** How far a share may be from a fraction in words, as in the sentences of charts: three points. */
const NEAR = 0.03
/** Up to here "3 of the 4" is a way to say a share; above it both numbers are counts. */
const SPOKEN_WHOLE = 10
const ROUNDING = 1e-9

/**
 * Whether a number says what the figure is. A count is the same; a mean or a number of days is the number rounded half up
 * to the decimals that it has; a percentage is the share rounded half up to the decimals
 * that it has; a fraction of ten or less lies within three points of the share, or is its very count and base; a word that
 * leaves room ("the majority") has the figure in it.
 *
 * @example agrees({ kind: 'ratio', part: 3, whole: 4 }, { status: 'released', count: 449, n: 583, share: 449 / 583 }) // true
 */
export function agrees(reading: NumberReading, { count, n, share, number }: Released): boolean {
  switch (reading.kind) {
    case 'count':
      if (number !== undefined) return rounded(number, reading.decimals) === reading.value
      return count !== null && count === reading.value
    case 'percent':
      return share !== null && rounded(100 * share, reading.decimals) === reading.value
    case 'ratio':
      return ratioAgrees(reading, { count, n, share })
    case 'shareBetween':
      return share !== null && share >= reading.low && share <= reading.high && share !== 0.5
    case 'countBetween':
      return count !== null && count >= reading.low && count <= reading.high
  }
}

/** What an author could write, for the sentence of a problem. @example expectedWords(figure) // '77% (449 of 583)' */
export function expectedWords({ count, n, share, number }: Released): string {
  if (number !== undefined) return String(rounded(number, 2))
  const percent = share === null ? null : `${rounded(100 * share, 0)}%`
  const counts = n === null ? String(count) : `${String(count)} of ${n}`
  return percent === null ? counts : count === null ? percent : `${percent}, ${counts}`
}

function ratioAgrees(
  { part, whole }: { part: number; whole: number },
  { count, n, share }: Omit<Released, 'status'>,
): boolean {
  if (count === part && n === whole) return true
  if (share === null) return false
  if (whole === 100) return rounded(100 * share, 0) === part
  return whole <= SPOKEN_WHOLE && Math.abs(share - part / whole) <= NEAR + ROUNDING
}

/** Half up, as all percentages of a publication. */
function rounded(value: number, decimals: number): number {
  const size = 10 ** decimals
  return Math.floor(value * size + 0.5 + ROUNDING) / size
}
