import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import {
  designMean,
  domainMean,
  isSelected,
  meanInterval,
  numericSummary,
  quantiles,
  selectedByAll,
  selectionOf,
  type DesignMean,
  type DomainMean,
  type Interval,
  type Measurements,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import type { AnalysisGroup } from './analysis-groups.ts'
import { amongWeighted, weighing } from './share-figures.ts'
import type { Weighting } from './weighting.ts'

/** Numbers of a group. Not computed: `noAnswers`, `oneAnswer`. */
export interface NumberFigures {
  readonly n: number
  readonly mean: Figure
  /** With n − 1. */
  readonly sd: Figure
  /** Of the mean, by Student's t, of the population where its size is known. */
  readonly interval: Interval | NotComputed
  readonly quartiles: Quartiles
  /** Left out of an anonymous wave: each is what one person said. */
  readonly range?: { readonly minimum: Figure; readonly maximum: Figure }
  readonly weighted?: WeightedNumbers
}

/** Quantiles by the definition of this number in Hyndman and Fan (1996): 7 is that of spreadsheets and R. */
export interface Quartiles {
  readonly type: 2 | 7
  readonly lower: Figure
  readonly median: Figure
  readonly upper: Figure
}

export interface WeightedNumbers {
  readonly mean: Figure
  readonly sd: Figure
  /** By linearization. */
  readonly interval: Interval | NotComputed
  readonly quartiles: Quartiles
}

/** Mean, spread and quartiles of the numbers of a group. */
export function numberFigures(data: AnalysisData, group: AnalysisGroup, numbers: Measurements): NumberFigures {
  const restriction = { selection: group.rows }
  const { n, mean, sd, minimum, maximum } = numericSummary(numbers, restriction)
  const interval = computed<number>(mean) ? meanInterval({ n, mean, sd, population: group.population }).interval : mean
  return {
    n,
    mean,
    sd,
    interval,
    quartiles: quartilesOf(numbers, { ...restriction, type: 7 }),
    ...(data.leastGroup > 1 ? {} : { range: { minimum, maximum } }),
    ...(data.weighting && { weighted: weightedNumbers(data.weighting, group, numbers) }),
  }
}

function quartilesOf(
  numbers: Measurements,
  options: Parameters<typeof quantiles>[2] & { readonly type: 2 | 7 },
): Quartiles {
  const nobody = { notComputed: 'noAnswers' } as const
  const [lower = nobody, median = nobody, upper = nobody] = quantiles(numbers, [0.25, 0.5, 0.75], options)
  return { type: options.type, lower, median, upper }
}

function weightedNumbers(weighting: Weighting, group: AnalysisGroup, numbers: Measurements): WeightedNumbers {
  const { weights } = weighting
  const { weighted } = numericSummary(numbers, { selection: group.rows, weights })
  const quartiles = quartilesOf(numbers, { selection: group.rows, weights, type: 2 })
  const mean = domainMeanOf(weighting, group, numbers)
  if (!computed<DomainMean>(mean)) return { mean, sd: mean, interval: mean, quartiles }
  return { mean: mean.estimate, sd: weighted?.sd ?? notComputed('noWeight'), interval: mean.interval, quartiles }
}

function domainMeanOf(
  { condensed, placeOf }: Weighting,
  group: AnalysisGroup,
  { values, known }: Measurements,
): DomainMean | NotComputed {
  const taking = weighing(placeOf, selectedByAll(group.rows, known))
  return domainMean(condensed, {
    rows: taking.map((row) => placeOf[row] ?? 0),
    values: Float64Array.from(taking, (row) => values[row] ?? 0),
  })
}

/** The weighted mean of a group, with what the weighting makes of its error. */
export function weightedMean(
  weighting: Weighting,
  group: Pick<AnalysisGroup, 'rows'>,
  { values, known }: Measurements,
): DesignMean | NotComputed {
  const { design, places } = weighting
  const numbers = {
    values: Float64Array.from(places, (row) => values[row] ?? 0),
    known: selectionOf(places.length, (place) => isSelected(known, places[place] ?? -1)),
  }
  return designMean(design, numbers, { domain: amongWeighted(weighting, group.rows) })
}
