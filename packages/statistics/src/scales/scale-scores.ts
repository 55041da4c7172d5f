import type { Dataset, Scale, ScoreMethod } from '@klankbord/model'
import { isSelected } from '../columns/selection.ts'
import { measurements, type Measurements } from '../summaries/measurements.ts'
import { sumOf } from '../summaries/sum-of.ts'
import { pointsOf } from './net-promoter-score.ts'
import { scaleItems } from './scale-items.ts'

/**
 * The score of each row on a scale; not known where fewer of its items were answered than `minimumAnswered` asks. Kinds of
 * empty are no answers. A reversed item counts as minimum + maximum − code.
 *
 * - `mean`: of the answered items.
 * - `sum`: their mean times the number of items, so that a missing item counts as the person's own mean.
 * - `percentOfMaximum`: (mean − minimum) / (maximum − minimum) × 100, from 0 to 100; "percent of maximum possible" of
 *   P. Cohen, J. Cohen, Aiken and West (1999), Multivariate Behavioral Research 34(3).
 * - `grade`: the item as it is; of several items their mean.
 * - `netPromoter`: 100 for 9 and 10, −100 for 0 to 6, else 0, so that the mean over a group is its net promoter
 *   score, from −100 to 100. It says nothing about one person.
 *
 * @example scaleScores(dataset, { method: 'mean', items: ['care__quick', 'care__kind'], minimumAnswered: 0.5, … })
 * @throws Problem `unknownVariable`; `itemNotScorable` for an item that is neither a single choice nor a number
 */
export function scaleScores(dataset: Dataset, scale: Scale): Measurements {
  const items = scaleItems(dataset, scale)
  const score = SCORE[scale.method]
  return measurements(
    Array.from({ length: dataset.rows }, (_, row) => {
      const answers = items.filter(({ known }) => isSelected(known, row)).map(({ values }) => values[row] ?? 0)
      if (answers.length === 0 || answers.length / items.length < scale.minimumAnswered - ROUNDING) return null
      return score(sumOf(answers) / answers.length, scale)
    }),
  )
}

/** A share such as 2 of 3 is seldom exact in binary. */
const ROUNDING = 1e-9

const SCORE: Readonly<Record<ScoreMethod, (mean: number, scale: Scale) => number>> = {
  mean: (mean) => mean,
  sum: (mean, { items }) => mean * items.length,
  percentOfMaximum: (mean, { minimum, maximum }) => ((mean - minimum) / (maximum - minimum)) * 100,
  grade: (mean) => mean,
  netPromoter: pointsOf,
}
