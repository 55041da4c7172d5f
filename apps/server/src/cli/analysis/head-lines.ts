import { computed, type LocalizedText } from '@klankbord/model'
import type { WeightSummary } from '@klankbord/statistics'
import type { WaveFrequencies } from '../../analysis/wave-frequencies.ts'
import type { WeightingNote } from '../../analysis/weighting-note.ts'
import { say } from '../say.ts'
import { decimals, percent, toldReason } from './told-figures.ts'

/** Of whom figures are, what is not shown of them, and how they are weighted. */
export function headLines(
  { people, leastGroup, hidden, weighting }: Pick<WaveFrequencies, 'people' | 'leastGroup' | 'hidden' | 'weighting'>,
  read: (text: LocalizedText) => string,
): readonly string[] {
  return [
    say('analysisPeople', { people }),
    ...(leastGroup > 1 ? [say('analysisAnonymous', { least: leastGroup })] : []),
    ...hiddenLines(hidden, read),
    ...(weighting ? weightingLines(weighting) : []),
  ]
}

/** That there are no figures, since nobody answered or nobody fits what was asked; none where somebody did. */
export function nobodyLines(people: number, where: readonly unknown[] = []): readonly string[] {
  return people > 0 ? [] : [say('analysisNobody', { picked: where.length > 0 ? 'yes' : 'no' })]
}

/** Groups of which nothing may be shown; none for none. */
export function hiddenLines(
  hidden: WaveFrequencies['hidden'],
  read: (text: LocalizedText) => string,
): readonly string[] {
  const groups = hidden.map(({ label }) => (label === null ? say('analysisEverybody') : read(label))).join(', ')
  return hidden.length > 0 ? [say('analysisHidden', { groups })] : []
}

/** The design effect from which weights cost more than half of the answers. */
const COSTLY = 2

function weightingLines({
  method,
  people,
  leftOut,
  margins,
  trimmed,
  largestError,
  spread,
}: WeightingNote): readonly string[] {
  if (!computed<WeightSummary>(spread)) return [toldReason(spread)]
  const { minimum, maximum, designEffect, effectiveSize } = spread
  const told = { minimum: decimals(minimum), maximum: decimals(maximum), effect: decimals(designEffect) }
  const names = margins.map(({ variable }) => variable).join(', ')
  return [
    say('analysisWeighted', { names, method, people, ...told, effective: Math.round(effectiveSize) }),
    ...(designEffect > COSTLY ? [say('analysisCostlyWeights')] : []),
    ...(leftOut > 0 ? [say('analysisUnweighted', { people: leftOut })] : []),
    ...(trimmed === null ? [] : [say('analysisTrimmed', { trimmed, error: percent(largestError) })]),
  ]
}
