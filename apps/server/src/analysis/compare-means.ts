import { computed, notComputed, type Figure } from '@klankbord/model'
import { meanEffects, momentsOf, welchTest, type Measurements, type TTest } from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import { rowsIn, type ComparedFigure, type TwoGroups } from './two-groups.ts'
import { weightedDifference } from './weighted-difference.ts'

/** The mean of a group beside that of the others: Welch's t test, of the population where that is known, and Hedges' g. Weighted: `weightedDifference`. */
export function compareMeans(data: AnalysisData, two: TwoGroups, numbers: Measurements): ComparedFigure {
  if (!data.weighting) return byWelch(two, numbers)
  const { effect, ...figures } = weightedDifference(data.weighting, two, numbers)
  return { ...figures, test: 'differenceOfMeans', effect: { name: 'hedgesG', value: effect } }
}

function byWelch({ group, others, populations }: TwoGroups, { values, known }: Measurements): ComparedFigure {
  const valuesIn = (rows: TwoGroups['group']): Float64Array =>
    Float64Array.from(rowsIn(rows, known), (row) => values[row] ?? 0)
  const [own, rest] = [valuesIn(group), valuesIn(others)]
  const [estimate, other] = [meanOf(own), meanOf(rest)]
  const test = welchTest(own, rest, 0.95, {
    population1: populations?.group ?? null,
    population2: populations?.others ?? null,
  })
  return {
    n: own.length,
    nOthers: rest.length,
    estimate,
    others: other,
    difference: minus(estimate, other),
    interval: computed<TTest>(test) ? test.interval : test,
    test: 'welch',
    p: computed<TTest>(test) ? test.p : test,
    effect: { name: 'hedgesG', value: meanEffects(own, rest).hedgesG },
  }
}

function meanOf(values: Float64Array): Figure {
  return values.length === 0 ? notComputed('noAnswers') : momentsOf(values).mean
}

function minus(one: Figure, other: Figure): Figure {
  if (!computed<number>(one)) return one
  return computed<number>(other) ? one - other : other
}
