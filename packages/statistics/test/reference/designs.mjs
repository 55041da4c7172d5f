import { designMean, designShare, kishDesignEffect, selectionOf, surveyDesign } from '@klankbord/statistics'
import { columnOf, numbersOf, coded, bounds } from './columns-of-rows.mjs'
import { kishOf } from './kish-of.mjs'

const LONE = { fail: 'refuse', adjust: 'aroundAll', remove: 'leaveOut' }

/** A number for every row, from a column or told in words. */
function perRow(rows, told) {
  const number = /^(\d+) for every row$/.exec(told)
  return number ? rows.map(() => Number(number[1])) : columnOf(rows, told)
}

function survey({ rows, params }) {
  const design = surveyDesign({
    rows: rows.length,
    ...(params.weight && { weights: columnOf(rows, params.weight) }),
    ...(params.strata && { strata: coded(columnOf(rows, params.strata)).codes }),
    ...(params.fpc && { populations: perRow(rows, params.fpc) }),
    ...(params.lonely_psu && { loneStratum: LONE[params.lonely_psu] }),
  })
  const numbers = numbersOf(rows, params.y)
  const mean = designMean(design, numbers, { alike: 'point' })
  if (typeof mean.standardError !== 'number') return { refused: true }
  return {
    n: rows.length,
    sum_weights: design.weights.reduce((sum, weight) => sum + weight, 0),
    degf: design.df,
    mean: {
      ...estimate(mean),
      deff_wor: mean.designEffect.withoutReplacement,
      deff_replace: mean.designEffect.withReplacement,
      n_eff_replace: mean.effectiveSize,
    },
    variance_svyvar: mean.variance,
    total: estimate(mean.total),
    ...(params.proportion && { proportion: proportion(rows, design, params.proportion) }),
    ...(params.domain && { by: domains(rows, design, numbers, params.domain) }),
  }
}

function estimate({ estimate: value, standardError, interval, normalInterval }) {
  return { estimate: value, se: standardError, ci_t: bounds(interval), ci_z: bounds(normalInterval) }
}

function proportion(rows, design, { column, value }) {
  const known = selectionOf(rows.length, (row) => rows[row][column] !== null)
  const having = selectionOf(rows.length, (row) => rows[row][column] === value)
  const share = designShare(design, { having, known }, { alike: 'point' })
  return {
    column,
    value,
    estimate: share.estimate,
    se: share.standardError,
    ci_wald_t: bounds(share.interval),
    svyciprop_xlogit: bounds(share.logitInterval),
    svyciprop_asin: bounds(share.arcsineInterval),
    svyciprop_beta: bounds(share.betaInterval),
    total: share.total.estimate,
    total_se: share.total.standardError,
    deff_wor: share.designEffect.withoutReplacement,
    deff_replace: share.designEffect.withReplacement,
  }
}

function domains(rows, design, numbers, column) {
  return coded(columnOf(rows, column)).names.map((group) => {
    const domain = selectionOf(rows.length, (row) => rows[row][column] === group)
    const { estimate: value, standardError } = designMean(design, numbers, { domain, alike: 'point' })
    return { group, estimate: value, se: standardError }
  })
}

/** Stratified and weighted samples. */
export default {
  kish: ({ rows, params }) => kishOf(kishDesignEffect(columnOf(rows, params.weight))),
  survey_design: survey,
}
