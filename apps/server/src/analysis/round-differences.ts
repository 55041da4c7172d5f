import { computed, type Figure, type NotComputed } from '@klankbord/model'
import {
  clearDifferences,
  isSelected,
  newcombeInterval,
  testedShares,
  welchTest,
  type AskedDifferently,
  type Comparison,
  type Interval,
  type MarkedDifference,
  type MarkingRule,
  type Measurements,
  type TTest,
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
  /** Of a share Newcombe's, of a mean Welch's. */
  readonly interval: Interval | NotComputed
  /** Two-sided: of a share by `testedShares`, of a mean Welch's t of two independent samples. */
  readonly p: Figure
  /** Holm's, over all that are compared in one answer. */
  readonly adjusted: Figure
}

/** The figure of a round, and how many people it stands for; null where nobody knows. */
export interface RoundFigure {
  readonly kind: 'share' | 'mean'
  readonly estimate: Estimate | NotComputed
  readonly population: number | null
  /** What the estimate is made of; of a share 1 and 0. */
  readonly numbers: Measurements
}

/** Two rounds with what was asked differently. */
export interface RoundPair {
  /** Null: nothing that the second may be compared with. */
  readonly first: RoundFigure | null
  readonly second: RoundFigure
  readonly differs: readonly AskedDifferently[]
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
    tests.filter((test) => computed<Tested>(test)),
    rule,
  )
  let at = 0
  return pairs.map(({ differs }, pair): RoundDifference => {
    const test = tests[pair] ?? { notComputed: 'noAnswers' }
    if (!computed<Tested>(test))
      return { differs, found: test, verdict: differs.length > 0 ? 'notComparable' : 'tooFewToSay' }
    const { verdict, adjusted } = marks[at] ?? { verdict: 'tooFewToSay', adjusted: test.p }
    at += 1
    const { difference, interval, p } = test
    return { differs, found: { difference, interval, p, adjusted }, verdict }
  })
}

type Tested = Comparison & Pick<FoundDifference, 'interval' | 'p'>

function testOf({ first, second, differs }: RoundPair): Tested | NotComputed {
  if (first === null || differs.length > 0) return { notComputed: 'notComparable' }
  const [one, two] = [first.estimate, second.estimate]
  if (!computed<Estimate>(one)) return one
  if (!computed<Estimate>(two)) return two
  const sizes = { n1: two.n, n2: one.n, population1: second.population, population2: first.population }
  const sides = { n1: two.n, n2: one.n, difference: two.estimate - one.estimate }
  if (first.kind === 'share') {
    const shares = { ...sizes, count1: countIn(two), count2: countIn(one) }
    return { ...sides, interval: newcombeInterval(shares), p: testedShares(shares).p }
  }
  const test = welchTest(valuesOf(second), valuesOf(first), 0.95, sizes)
  if (!computed<TTest>(test)) return { ...sides, interval: test, p: test }
  return { ...sides, interval: test.interval, p: test.p }
}

function countIn({ estimate, n }: Estimate): number {
  return Math.round(estimate * n)
}

function valuesOf({ numbers: { values, known } }: RoundFigure): Float64Array {
  return values.filter((_, row) => isSelected(known, row))
}
