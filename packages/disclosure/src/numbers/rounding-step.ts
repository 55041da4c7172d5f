/** A number to round to: `digit` times ten to the `power`, digit 1, 2 or 5. */
export interface RoundingStep {
  readonly digit: 1 | 2 | 5
  readonly power: number
}

const DIGITS = [1, 2, 5] as const

/**
 * The smallest step that is at least so large.
 *
 * @example sizeOf(stepFrom(0.16)) // 0.2
 */
export function stepFrom(least: number): RoundingStep {
  let step: RoundingStep = { digit: 1, power: Math.floor(Math.log10(least)) }
  while (sizeOf(step) < least * (1 - ROUNDING)) step = coarser(step)
  return step
}

const ROUNDING = 1e-12

/** The next step of the ladder 1, 2, 5, 10, 20, 50. */
export function coarser({ digit, power }: RoundingStep): RoundingStep {
  if (digit === 5) return { digit: 1, power: power + 1 }
  return { digit: DIGITS[DIGITS.indexOf(digit) + 1] ?? 5, power }
}

/** As a number, the nearest that there is to its decimal notation. */
export function sizeOf({ digit, power }: RoundingStep): number {
  return Number(`${digit}e${power}`)
}

/** So many steps, the nearest number to its decimal notation. @example times(3, { digit: 1, power: -1 }) // 0.3 */
export function times(count: number, { digit, power }: RoundingStep): number {
  return Number(`${count * digit}e${power}`)
}
