import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import type { Restriction } from '../columns/tally.ts'
import { measurements, takenValues, type Measurements } from '../summaries/measurements.ts'
import { designMean, type DesignMean } from './design-mean.ts'
import { surveyDesign } from './survey-design.ts'

/** Numbers of one group of people, and how many there are. */
export interface GroupNumbers extends Restriction {
  readonly numbers: Measurements
  /** Everybody they stand for; null or left out where that is not known. */
  readonly population?: number | null | undefined
}

/**
 * The weighted mean of who has a number, as a simple sample of the population. Not computed: as `designMean`.
 *
 * @throws Problem `columnsDiffer`, `weightOutOfRange`, `populationTooSmall`, `levelOutOfRange`
 */
export function groupMean(
  { numbers, population = null, ...restriction }: GroupNumbers,
  level = 0.95,
): DesignMean | NotComputed {
  const { values, weights } = takenValues(numbers, restriction)
  const rows = values.length
  const design = surveyDesign({
    rows,
    ...(weights && { weights }),
    ...(population !== null && { populations: new Float64Array(rows).fill(population) }),
  })
  return designMean(design, measurements(values), { level })
}

/** A figure with its error: of a wave, or of others as they published it. */
export interface GroupEstimate {
  readonly n: number
  readonly estimate: number
  readonly standardError: Figure
}

/**
 * The estimate of a group, to compare: the weighted mean of a simple sample of the population. Its error is not computed
 * from one answer (`oneAnswer`) and where all gave the same (`noSpread`), unless everybody answered: then it is 0. For
 * shares of 0 or 1 there are `newcombeInterval` and `fisherExactTest`. Not computed: `noAnswers`, `noWeight`.
 *
 * @example groupEstimate({ numbers: measurements([7, 8, null, 6]), population: 40 }).estimate // 7
 * @throws Problem `columnsDiffer`, `weightOutOfRange`, `populationTooSmall`
 */
export function groupEstimate(group: GroupNumbers): GroupEstimate | NotComputed {
  const mean = groupMean(group)
  if (!computed<DesignMean>(mean)) return mean
  const { n, estimate, standardError, interval } = mean
  const alike = standardError === 0 && !computed(interval)
  return { n, estimate, standardError: alike ? notComputed('noSpread') : standardError }
}
