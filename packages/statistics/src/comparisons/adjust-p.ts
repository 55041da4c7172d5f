import { computed, type Figure } from '@klankbord/model'
import { requireProbability } from '../distributions/require-parameter.ts'

/**
 * Holm's (1979) step-down correction: the smallest of k values times k, the next times k − 1, never decreasing,
 * at most 1. With it the chance of marking anything among true nulls is at most the level, whatever depends on what. In
 * the order given. What could not be computed stays so and does not count as a comparison.
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 * @throws Problem `argumentOutOfRange` for what is no chance
 */
export function holm<P extends Figure>(p: readonly P[]): readonly P[] {
  const made = byValue(p)
  let floor = 0
  return put(
    p,
    made.map(({ value, index }, rank) => {
      floor = Math.max(floor, Math.min(1, value * (made.length - rank)))
      return { value: floor, index }
    }),
  )
}

/**
 * Benjamini and Hochberg's (1995) step-up correction: of what is marked, on average at most the level is marked wrongly,
 * for independent or positively dependent comparisons. For exploring; a report that people read marks by `holm`.
 *
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 * @throws Problem `argumentOutOfRange` for what is no chance
 */
export function benjaminiHochberg<P extends Figure>(p: readonly P[]): readonly P[] {
  const made = byValue(p)
  let ceiling = 1
  return put(
    p,
    made.toReversed().map(({ value, index }, back) => {
      ceiling = Math.min(ceiling, (value * made.length) / (made.length - back))
      return { value: ceiling, index }
    }),
  )
}

/**
 * Bonferroni's correction (Dunn 1961): each value times their number, at most 1. `holm` marks at least as much, just as
 * safely.
 *
 * @example bonferroni([0.01, 0.04, 0.03]) // [0.03, 0.12, 0.09]
 * @throws Problem `argumentOutOfRange` for what is no chance
 */
export function bonferroni<P extends Figure>(p: readonly P[]): readonly P[] {
  const made = byValue(p)
  return put(
    p,
    made.map(({ value, index }) => ({ value: Math.min(1, value * made.length), index })),
  )
}

interface Placed {
  readonly value: number
  readonly index: number
}

function byValue(p: readonly Figure[]): readonly Placed[] {
  const made = p.flatMap((value, index) => (computed<number>(value) ? [{ value, index }] : []))
  for (const { value } of made) requireProbability(value)
  return made.toSorted((a, b) => a.value - b.value)
}

function put<P extends Figure>(p: readonly P[], adjusted: readonly Placed[]): readonly P[] {
  const all: Figure[] = [...p]
  for (const { value, index } of adjusted) all[index] = value
  return all as P[]
}
