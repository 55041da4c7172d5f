import { EMPTY_CODES } from '@klankbord/model'
import {
  designMean,
  isSelected,
  measurements,
  netPromoterScore,
  numericSummary,
  promoterPoints,
  reliability,
  scaleItems,
  scaleScores,
  surveyDesign,
} from '@klankbord/statistics'
import { columnOf, numbersOf, weightsOf, bounds } from './columns-of-rows.mjs'

function scaleOf({ rows, params }) {
  const { items, reversed, scale_min: minimum, scale_max: maximum, user_missing: missing } = params
  const columns = Object.fromEntries(
    items.map((item) => [
      item,
      {
        type: 'single',
        codes: Int16Array.from(columnOf(rows, item), (value) =>
          value === null ? EMPTY_CODES.skipped : missing.includes(value) ? EMPTY_CODES.dontKnow : value,
        ),
      },
    ]),
  )
  const dataset = { codebook: { variables: [] }, rows: rows.length, columns }
  const scale = { method: 'mean', items, reversed, minimum, maximum, minimumAnswered: 0.5 }
  const { complete, listwise, pairwise } = reliability(scaleItems(dataset, scale))
  const scores = scaleScores(dataset, scale)
  const summary = numericSummary(scores)
  const byItem = (consistency, figure) =>
    Object.fromEntries(items.map((item, at) => [item, consistency.items[at][figure]]))
  const dropped = (consistency) => (items.length > 2 ? byItem(consistency, 'alphaIfDropped') : null)
  return {
    n_total: rows.length,
    n_complete: complete,
    alpha_listwise: listwise.alpha,
    alpha_standardised_listwise: listwise.standardizedAlpha,
    item_rest_listwise: byItem(listwise, 'itemRest'),
    alpha_if_dropped_listwise: dropped(listwise),
    alpha_pairwise_psych: pairwise.alpha,
    item_rest_pairwise_psych: byItem(pairwise, 'itemRest'),
    alpha_if_dropped_pairwise_psych: dropped(pairwise),
    scores: {
      n_scored: summary.n,
      n_not_scored: rows.length - summary.n,
      mean: summary.mean,
      sd: summary.sd,
      first_25: Array.from(scores.values.slice(0, 25), (score, row) => (isSelected(scores.known, row) ? score : null)),
      n_exactly_half: summary.n - numericSummary(scaleScores(dataset, { ...scale, minimumAnswered: 0.51 })).n,
    },
  }
}

function netPromoter({ rows, params }) {
  const { weight, N: population = null } = params
  const numbers = numbersOf(rows, params.column, params.user_missing)
  const score = netPromoterScore({ numbers, population, weights: weight ? weightsOf(rows, weight) : undefined })
  return {
    n: score.n,
    promoters_pct: 100 * score.promoters,
    detractors_pct: 100 * score.detractors,
    passives_pct: 100 * score.passives,
    nps: score.score,
    se_multinomial_n: score.multinomialError ?? null,
    se_survey: score.standardError,
    // R's interval is the point where all say the same; the score has none there, and the mean of its points has R's.
    ci_survey_t: bounds(meanOfPoints(rows, params, promoterPoints(numbers)).interval),
  }
}

/** Of those who answered, as a simple sample. */
function meanOfPoints(rows, { weight, N: population = null }, { values, known }) {
  const answered = rows.filter((_, row) => isSelected(known, row))
  const design = surveyDesign({
    rows: answered.length,
    ...(weight && { weights: weightsOf(answered, weight) }),
    ...(population !== null && { populations: answered.map(() => population) }),
  })
  return designMean(design, measurements(values.filter((_, row) => isSelected(known, row))), { alike: 'point' })
}

/** Scales, and net promoters. */
export default {
  scale: scaleOf,
  nps: netPromoter,
}
