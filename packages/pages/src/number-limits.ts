import type { NumberQuestion } from '@klankbord/model'

/** The limits that a number must keep to: those of the question and of the author's validators, the narrowest of each. */
export function numberLimits({ min, max, validators }: NumberQuestion): {
  readonly min?: number
  readonly max?: number
} {
  const ranges = [{ min, max }, ...(validators ?? []).filter((validator) => validator.type === 'range')]
  const least = ranges.flatMap((range) => range.min ?? [])
  const most = ranges.flatMap((range) => range.max ?? [])
  return {
    ...(least.length > 0 && { min: Math.max(...least) }),
    ...(most.length > 0 && { max: Math.min(...most) }),
  }
}

/**
 * How many digits after the comma the step of a number leaves room for; null where there is no step, or where it
 * leaves out some numbers with so many.
 *
 * @example decimalsOf({ step: 0.01 }) // 2
 * @example decimalsOf({ step: 0.5 })  // null
 */
export function decimalsOf({ min, step }: Pick<NumberQuestion, 'min' | 'step'>): number | null {
  if (step === undefined) return null
  const decimals = DECIMALS.find((count) => step === Number(`1e-${count}`))
  return decimals === undefined || Number((min ?? 0).toFixed(decimals)) !== (min ?? 0) ? null : decimals
}

const DECIMALS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
