import { computed, type Figure, type NotComputed } from '@klankbord/model'
import {
  clearDifferences,
  fisherExactP,
  newcombeInterval,
  type AskedDifferently,
  type EstimateDifference,
  type Interval,
  type MarkedDifference,
  type MarkingRule,
} from '@klankbord/statistics'
import type { Estimate } from './estimate-of.ts'

/** One round beside another. */
export interface RoundDifference {
  /** Empty: they may be compared. */
  readonly differs: readonly AskedDifferently[]
  /** Second minus first, or why there is none: `notComparable`, `noAnswers`. */
  readonly found: FoundDifference | NotComputed
  readonly verdict: MarkedDifference['verdict'] | 'notComparable'
}

export interface FoundDifference {
  readonly difference: number
  /** Of a share Newcombe's, of a mean Student's. */
  readonly interval: Interval | NotComputed
  /** Two-sided: of a share Fisher's exact, of a mean Student's t of two independent samples. */
  readonly p: Figure
  /** Holm's, over all that are compared in one answer. */
  readonly adjusted: Figure
}

/** The figure of a round, and how many people it stands for; null where nobody knows. */
export interface RoundFigure {
  readonly kind: 'share' | 'mean'
  readonly estimate: Estimate | NotComputed
  readonly population: number | null
}

/** Two rounds with what was asked differently, and the difference of their means as `trend` has it. */
export interface RoundPair {
  readonly first: RoundFigure
  readonly second: RoundFigure
  readonly differs: readonly AskedDifferently[]
  readonly difference: EstimateDifference | NotComputed
}

/**
 * Differences of rounds, marked together: significant after Holm's correction over all of them, and large enough. Nothing is
 * tested of rounds that were asked differently, however sure it would be. Rounds count as independent samples; where
 * the same people answered both times, the truth is closer than it says.
 *
 * @throws Problem as `clearDifferences`
 */
export function roundDifferences(pairs: readonly RoundPair[], rule: MarkingRule): readonly RoundDifference[] {
  const tests = pairs.map(testOf)
  const marks = clearDifferences(
    tests.filter((test) => computed<EstimateDifference>(test)),
    rule,
  )
  let at = 0
  return pairs.map(({ differs }, pair): RoundDifference => {
    const test = tests[pair] ?? { notComputed: 'noAnswers' }
    if (!computed<EstimateDifference>(test))
      return { differs, found: test, verdict: differs.length > 0 ? 'notComparable' : 'tooFewToSay' }
    const { verdict, adjusted } = marks[at] ?? { verdict: 'tooFewToSay', adjusted: test.p }
    at += 1
    const { difference, interval, p } = test
    return { differs, found: { difference, interval, p, adjusted }, verdict }
  })
}

/** Shares of 0 and 1 have no error of their own, and yet two of them can differ: shares get an exact test. */
function testOf({ first, second, difference }: RoundPair): EstimateDifference | NotComputed {
  const [one, two] = [first.estimate, second.estimate]
  if (!computed<EstimateDifference>(difference) || !computed<Estimate>(one) || !computed<Estimate>(two))
    return computed<EstimateDifference>(difference) ? { notComputed: 'noAnswers' } : difference
  if (first.kind === 'mean') return difference
  const shares = { count1: countIn(two), n1: two.n, count2: countIn(one), n2: one.n }
  const interval = newcombeInterval({ ...shares, population1: second.population, population2: first.population })
  return { ...difference, interval, p: fisherExactP(shares) }
}

function countIn({ estimate, n }: Estimate): number {
  return Math.round(estimate * n)
}
