import { computed, localize, type LocalizedText } from '@klankbord/model'
import type { MarkingRule } from '@klankbord/statistics'
import type { ToldRound } from '../../analysis/asked-rounds.ts'
import type { Estimate } from '../../analysis/estimate-of.ts'
import type { FollowedFigure } from '../../analysis/followed-figure.ts'
import type { FoundDifference, RoundDifference } from '../../analysis/round-differences.ts'
import { say } from '../say.ts'
import { chance, decimals, percent, toldInterval, toldReason, untested } from './told-figures.ts'

/** How a figure is written: a share in percents, a mean in its own unit. */
export const writtenAs = ({ kind }: FollowedFigure): ((value: number) => string) =>
  kind === 'share' ? percent : decimals

/** What is followed, and from which difference on it is worth saying. */
export function figureLine(figure: FollowedFigure, { leastDifference, leastGroup }: MarkingRule): string {
  return say('roundFigure', {
    question: figure.question,
    kind: figure.kind,
    codes: figure.answers.join(', '),
    least: pointsOf(figure)(leastDifference),
    group: leastGroup,
  })
}

/** A round with its figure. */
export function roundLine(round: ToldRound, figure: FollowedFigure, name: string): string {
  const { weeks, estimate, population } = round
  const when = weeks === null ? '-' : weeks.from === weeks.to ? weeks.from : `${weeks.from}–${weeks.to}`
  if (!computed<Estimate>(estimate)) return say('roundWithout', { name, weeks: when, why: toldReason(estimate) })
  const written = writtenAs(figure)
  return say('round', {
    name,
    weeks: when,
    n: estimate.n,
    estimate: written(estimate.estimate),
    interval: toldInterval(estimate.interval, written),
    known: population === null ? 'no' : 'yes',
    population: population ?? 0,
  })
}

/** What may be said of two rounds. */
export function differenceLine(
  { found, verdict }: Pick<RoundDifference, 'found' | 'verdict'>,
  differs: readonly string[],
  figure: FollowedFigure,
): string {
  const why = differs.map((one) => say(`roundsDiffer.${one}` as 'roundsDiffer.wording')).join(', ')
  if (verdict === 'notComparable') return say('roundsNotComparable', { why })
  if (!computed<FoundDifference>(found)) return say('roundsWithoutDifference', { why: toldReason(found) })
  const { difference, interval, p, adjusted } = found
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${pointsOf(figure)(value)}`
  return say('roundsDifference', {
    difference: signed(difference),
    interval: toldInterval(interval, signed),
    p: computed<number>(p) ? chance(p) : toldReason(p),
    adjusted: computed<number>(adjusted) ? chance(adjusted) : toldReason(adjusted),
    verdict: verdict === 'tooFewToSay' && untested(adjusted).untested === 'yes' ? 'untested' : verdict,
  })
}

/** A difference of shares is told in points of a hundred, so that nobody takes it for a share of the first. */
const pointsOf = ({ kind }: FollowedFigure): ((value: number) => string) =>
  kind === 'share' ? (value) => (value * 100).toFixed(1) : decimals

/** Words of a round or study, in the language that was asked for or else the one that it has. */
export function readIn(text: LocalizedText, language: string | undefined): string {
  const [first = 'nl'] = Object.keys(text)
  return localize(text, language ?? first, first)
}
