import { notComputed, problem, type Figure } from '@klankbord/model'
import { clearDifferences, type MarkedDifference, type MarkingRule } from '../comparisons/clear-differences.ts'
import { fisherExactP } from '../comparisons/fisher-exact-test.ts'
import { weightedMoments } from '../summaries/moments.ts'
import { shareOf } from '../summaries/share-of.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** Of one group on the list: how many were asked, could not be reached, and answered. */
export interface StratumResponse {
  readonly stratum: string
  readonly asked: number
  /** Moved, died, wrong address: not among those who could answer. 0 unless told. */
  readonly unreachable?: number
  readonly answered: number
}

export interface ResponseOfStratum extends Required<StratumResponse> {
  /** Answered of those who could. Not computed: `noAnswers` where nobody could. */
  readonly rate: Figure
  /** Share of all who could answer, and of all who did. */
  readonly shareOfReached: Figure
  readonly shareOfAnswers: Figure
  /** Answers that are missing (or too many, below 0) beside the rate of all. */
  readonly missing: number
  /** Whether fewer or more of them answered than of all others, by the rule for marking differences. */
  readonly verdict: MarkedDifference['verdict']
}

/** Who answered, and who is missing. */
export interface ResponseByStratum {
  readonly strata: readonly ResponseOfStratum[]
  readonly rate: Figure
  /**
   * R-indicator of Schouten, Cobben and Bethlehem (2009), Survey Methodology 35(1): 1 − 2·S of the rates; 1 when all
   * groups answer alike, and lower for few answers by chance alone. Not computed: `noAnswers`, `oneAnswer`.
   */
  readonly representativity: Figure
}

/**
 * The response of each group of the list beside that of all others, with Fisher's (1935) exact test and Holm's (1979)
 * correction over the groups. It needs a list with this trait of everybody: without one (street, open link) nobody knows who is missing. A
 * group that answers as often as others may still differ from those who did not answer.
 *
 * @param rule what difference of rates (0 to 1) is worth saying, and how many must have been asked
 * @example responseByStratum([{ stratum: 'Noord', asked: 200, answered: 30 }, …], { leastDifference: 0.05, leastGroup: 10 })
 * @throws Problem `countOutOfRange` unless answered and unreachable fit in asked, all whole; as `clearDifferences`
 */
export function responseByStratum(groups: readonly StratumResponse[], rule: MarkingRule): ResponseByStratum {
  const strata = groups.map(checked)
  const reached = strata.map(({ asked, unreachable }) => asked - unreachable)
  const [all, answers] = [sumOf(reached), sumOf(strata.map(({ answered }) => answered))]
  const marks = clearDifferences(
    strata.map(({ answered }, at) => {
      const [n1, count1] = [reached[at] ?? 0, answered]
      const [n2, count2] = [all - n1, answers - count1]
      if (n1 === 0 || n2 === 0) return { difference: 0, p: notComputed('noAnswers'), n1, n2 }
      return { difference: count1 / n1 - count2 / n2, p: fisherExactP({ count1, n1, count2, n2 }), n1, n2 }
    }),
    rule,
  )
  return {
    strata: strata.map((stratum, at) => ({
      ...stratum,
      rate: shareOf(stratum.answered, reached[at] ?? 0),
      shareOfReached: shareOf(reached[at] ?? 0, all),
      shareOfAnswers: shareOf(stratum.answered, answers),
      missing: all === 0 ? 0 : ((reached[at] ?? 0) * answers) / all - stratum.answered,
      verdict: marks[at]?.verdict ?? 'tooFewToSay',
    })),
    rate: shareOf(answers, all),
    representativity: representativityOf(strata, reached),
  }
}

function checked({ stratum, asked, unreachable = 0, answered }: StratumResponse): Required<StratumResponse> {
  for (const count of [unreachable, answered, unreachable + answered])
    if (!(Number.isSafeInteger(count) && Number.isSafeInteger(asked) && count >= 0 && count <= asked))
      throw problem('countOutOfRange', { count, n: asked })
  return { stratum, asked, unreachable, answered }
}

function representativityOf(strata: readonly StratumResponse[], reached: readonly number[]): Figure {
  const all = sumOf(reached)
  if (all < 2) return notComputed(all === 0 ? 'noAnswers' : 'oneAnswer')
  const rates = strata.map(({ answered }, at) => answered / Math.max(1, reached[at] ?? 0))
  return 1 - 2 * Math.sqrt(weightedMoments(rates, reached).squares / (all - 1))
}
