import { EMPTY_CODES } from '@klankbord/model'
import {
  designMean,
  postStratify,
  rake,
  reachedMargins,
  surveyDesign,
  trimWeights,
  weightSummary,
} from '@klankbord/statistics'
import { columnOf, numbersOf, coded } from './columns-of-rows.mjs'
import { kishOf } from './kish-of.mjs'

function summaryOf(weights, base) {
  const summary = weightSummary(weights, base)
  return {
    ...kishOf(summary),
    min: summary.minimum,
    max: summary.maximum,
    ratio_max_min: summary.ratio,
    sum_w_over_base_max: summary.largestFactor,
  }
}

/** Weights to begin with: a column, or the sum of the targets over the rows for everybody. */
function baseOf(rows, told, sum) {
  const even = told === undefined || told.startsWith('sum(targets)/n')
  return even ? new Float64Array(rows.length).fill(sum / rows.length) : Float64Array.from(columnOf(rows, told))
}

function trimmings(weights, base, trim) {
  const strict = trimWeights(weights, { ...trim, rounds: 'strict' })
  return {
    strict,
    keys: {
      trimmed_once: [...trimWeights(weights, { ...trim, rounds: 'once' })],
      trimmed_strict: [...strict],
      trim_summary: summaryOf(strict, base),
    },
  }
}

/** The first column of grades that the data have. */
const gradesOf = (rows, header) => (header.includes('cijfer') ? 'cijfer' : header.includes('api00') ? 'api00' : null)

function postStratified({ rows, header, params }) {
  const keyOf = (record) => JSON.stringify(params.columns.map((name) => record[name]))
  const { names, codes } = coded(params.targets.map(keyOf))
  const margin = {
    variable: params.columns.join(),
    codes: rows.map((row) => names.indexOf(keyOf(row)) + 1),
    targets: params.targets.map(({ Freq: total }, at) => ({ code: codes[at], total })),
  }
  const sum = margin.targets.reduce((all, { total }) => all + total, 0)
  const base = baseOf(rows, params.base_weight, sum)
  const weights = postStratify(margin, base)
  const calibration = { margins: [margin.codes], baseWeights: base }
  const column = gradesOf(rows, header)
  const mean = designMean(surveyDesign({ rows: rows.length, weights, calibration }), numbersOf(rows, column))
  return {
    weights: [...weights],
    summary: summaryOf(weights, base),
    mean_calibrated: { column, estimate: mean.estimate, se_survey_poststratified: mean.standardError },
    ...(params.trim && trimmings(weights, base, params.trim).keys),
  }
}

function raked({ rows, header, params }) {
  const categories = Object.entries(params.margins).map(([variable, targets]) => {
    const names = [
      ...new Set([
        ...Object.keys(targets),
        ...columnOf(rows, variable)
          .filter((value) => value !== null)
          .map(String),
      ]),
    ]
    return { variable, names, targets }
  })
  const margins = categories.map(({ variable, names, targets }) => ({
    variable,
    codes: columnOf(rows, variable).map((value) =>
      value === null ? EMPTY_CODES.notAsked : names.indexOf(String(value)) + 1,
    ),
    targets: Object.entries(targets).map(([name, total]) => ({ code: names.indexOf(name) + 1, total })),
  }))
  const sum = margins[0].targets.reduce((all, { total }) => all + total, 0)
  const base = baseOf(rows, params.base_weight, sum)
  const { weights, largestError: error } = rake({ margins, baseWeights: base })
  const trimmed = params.trim && trimmings(weights, base, params.trim)
  const column = gradesOf(rows, header)
  const meanWith = (calibration) =>
    designMean(surveyDesign({ rows: rows.length, weights, ...calibration }), numbersOf(rows, column))
  const fitted = { calibration: { margins: margins.map(({ codes }) => codes) } }
  return {
    converged: true,
    max_relative_margin_error: error,
    weights: [...weights],
    summary: summaryOf(weights, base),
    ...(column && {
      mean: {
        column,
        estimate: meanWith(fitted).estimate,
        se_raking_aware: meanWith(fitted).standardError,
        se_weights_as_fixed: meanWith({}).standardError,
      },
    }),
    ...trimmed?.keys,
    ...(trimmed && { margins_after_trim: byName(categories, reachedMargins(margins, trimmed.strict)) }),
  }
}

function byName(categories, reached) {
  return Object.fromEntries(
    categories.map(({ variable, names }, at) => [
      variable,
      Object.fromEntries(reached[at].categories.map(({ code, reached: sum }) => [names[code - 1], sum])),
    ]),
  )
}

/** Weights that meet what is known of a town. */
export default {
  poststratify: postStratified,
  rake: raked,
}
