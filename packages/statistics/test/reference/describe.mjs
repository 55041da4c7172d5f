import { EMPTY_CODES } from '@klankbord/model'
import {
  boxShare,
  designMean,
  designShare,
  frequencies,
  inBox,
  isSelected,
  kishDesignEffect,
  measurements,
  multiResponse,
  netPromoterScore,
  newcombeInterval,
  numericSummary,
  postStratify,
  promoterPoints,
  quantiles,
  rake,
  reachedMargins,
  reliability,
  scaleItems,
  scaleScores,
  selectionOf,
  surveyDesign,
  trend,
  trimWeights,
  twoProportionTest,
  weightSummary,
  welchTest,
} from '@klankbord/statistics'
import { plain } from './plain.mjs'

const percent = (share) => (typeof share === 'number' ? 100 * share : share)
const columnOf = (rows, name) => rows.map((row) => row[name])
const weightsOf = (rows, name) =>
  name ? Float64Array.from(columnOf(rows, name)) : new Float64Array(rows.length).fill(1)
const bounds = ({ low, high }) => ({ lower: low, upper: high })
const boundsOf = (result) => ('notComputed' in result ? result : bounds(result))

/** The values of a column as measurements; user-missing ones are none. */
function numbersOf(rows, name, missing = []) {
  return measurements(columnOf(rows, name).map((value) => (missing.includes(value) ? null : value)))
}

/** A column of any values as codes from 1, in the order of their names. */
function coded(values) {
  const names = [...new Set(values.filter((value) => value !== null))].toSorted()
  return { names, codes: values.map((value) => (value === null ? EMPTY_CODES.notAsked : names.indexOf(value) + 1)) }
}

function frequenciesOf({ rows, params }) {
  const missing = params.user_missing
  const values = columnOf(rows, params.column)
  const { names } = coded(values.filter((value) => !missing.includes(value)))
  const all = values.map((value) =>
    missing.includes(value) ? EMPTY_CODES.dontKnow : value === null ? EMPTY_CODES.notAsked : names.indexOf(value) + 1,
  )
  const categories = names.map((value, at) => ({ code: at + 1, value, label: { nl: String(value) } }))
  const weights = weightsOf(rows, params.weight)
  const { counts, base, weighted } = frequencies({ type: 'single', codes: Int16Array.from(all) }, categories, {
    weights,
  })
  return {
    n_total: base.total,
    n_valid: base.valid,
    n_system_missing: base.empties.notAsked ?? 0,
    n_user_missing: base.empties.dontKnow ?? 0,
    weighted_total: weighted.base.total,
    weighted_valid: weighted.base.valid,
    rows: names.map((value, at) => ({
      value,
      n: counts[at],
      weighted: weighted.counts[at],
      pct_of_valid: (100 * weighted.counts[at]) / weighted.base.valid,
      pct_of_total: (100 * weighted.counts[at]) / weighted.base.total,
    })),
  }
}

function multiSelect({ rows, params }) {
  const { columns, counted_value: ticked, weight } = params
  const words = rows.map((row) => {
    const cells = columns.map((name) => row[name])
    if (cells.every((cell) => cell === null)) return EMPTY_CODES.notAsked
    return cells.reduce((word, cell, at) => word + (cell === ticked ? 2 ** at : 0), 0)
  })
  const categories = columns.map((value, at) => ({ code: at + 1, value, label: { nl: value } }))
  const column = { type: 'multiple', words: 1, bits: Int16Array.from(words) }
  const { options, weighted, ...all } = multiResponse(column, categories, { weights: weightsOf(rows, weight) })
  return {
    n_total: rows.length,
    n_asked: all.asked,
    n_ticked: all.ticked,
    weighted_asked: weighted.asked,
    weighted_ticked: weighted.ticked,
    n_responses: all.responses,
    weighted_responses: weighted.responses,
    rows: weighted.options.map((option, at) => ({
      option: columns[at],
      n: options[at].count,
      weighted: option.count,
      pct_of_asked: percent(option.ofAsked),
      pct_of_ticked: percent(option.ofTicked),
      pct_of_responses: percent(option.ofResponses),
    })),
  }
}

function quantilesOf(numbers, percents, options) {
  const found = quantiles(
    numbers,
    percents.map((p) => p / 100),
    options,
  )
  if (found.every((one) => typeof one !== 'number')) return null
  return Object.fromEntries(percents.map((p, at) => [`p${p}`, found[at]]))
}

const PERCENTS = [5, 10, 25, 50, 75, 90, 95]

function numeric({ rows, params }) {
  const numbers = numbersOf(rows, params.column, params.user_missing)
  const summary = numericSummary(numbers)
  return {
    n: summary.n,
    sum: summary.sum,
    mean: summary.mean,
    sd: summary.sd,
    variance: summary.variance,
    se: summary.standardError,
    median: summary.median,
    min: summary.minimum,
    max: summary.maximum,
    quantiles_type7: quantilesOf(numbers, PERCENTS, { type: 7 }),
    quantiles_type6_spss: quantilesOf(numbers, PERCENTS, { type: 6 }),
    quantiles_type2_sas: quantilesOf(numbers, PERCENTS, { type: 2 }),
    top_box_pct: percent(boxShare(numbers, { anyOf: params.top_box }).share),
  }
}

function numericWeighted({ rows, params }) {
  const numbers = numbersOf(rows, params.column, params.user_missing)
  const weights = weightsOf(rows, params.weight)
  const { n, weighted } = numericSummary(numbers, { weights })
  return {
    n,
    n_positive_weight: weighted.n,
    weighted_n: weighted.sumOfWeights,
    mean: weighted.mean,
    sd_survey: weighted.sd,
    sd_spss: weighted.sdOfCounts,
    sd_population: weighted.sdOfPopulation,
    quantiles_math: quantilesOf(numbers, [10, 25, 50, 75, 90], { type: 1, weights }),
    quantiles_school: quantilesOf(numbers, [10, 25, 50, 75, 90], { type: 2, weights }),
    top_box_pct: percent(boxShare(numbers, { anyOf: params.top_box }, { weights }).weighted.share),
  }
}

function kishOf({ n, sum, designEffect, effectiveSize, variation }) {
  return { n, sum_w: sum, deff_kish: designEffect, n_eff: effectiveSize, cv_w: variation }
}

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
  const mean = designMean(design, numbers)
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
  return { estimate: value, se: standardError, ci_t: boundsOf(interval), ci_z: boundsOf(normalInterval) }
}

function proportion(rows, design, { column, value }) {
  const known = selectionOf(rows.length, (row) => rows[row][column] !== null)
  const having = selectionOf(rows.length, (row) => rows[row][column] === value)
  const share = designShare(design, { having, known })
  return {
    column,
    value,
    estimate: share.estimate,
    se: share.standardError,
    ci_wald_t: boundsOf(share.interval),
    svyciprop_xlogit: boundsOf(share.logitInterval),
    svyciprop_asin: boundsOf(share.arcsineInterval),
    svyciprop_beta: boundsOf(share.betaInterval),
    total: share.total.estimate,
    total_se: share.total.standardError,
    deff_wor: share.designEffect.withoutReplacement,
    deff_replace: share.designEffect.withReplacement,
  }
}

function domains(rows, design, numbers, column) {
  return coded(columnOf(rows, column)).names.map((group) => {
    const domain = selectionOf(rows.length, (row) => rows[row][column] === group)
    const { estimate: value, standardError } = designMean(design, numbers, { domain })
    return { group, estimate: value, se: standardError }
  })
}

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
  const score = netPromoterScore({
    numbers: numbersOf(rows, params.column, params.user_missing),
    weights: params.weight ? weightsOf(rows, params.weight) : undefined,
    population: params.N,
  })
  return {
    n: score.n,
    promoters_pct: 100 * score.promoters,
    detractors_pct: 100 * score.detractors,
    passives_pct: 100 * score.passives,
    nps: score.score,
    se_multinomial_n: score.multinomialError ?? null,
    se_survey: score.standardError,
    ci_survey_t: boundsOf(score.interval),
  }
}

/** What is followed over the years: the number, who is in a box, or net promoters. */
const FOLLOWED = {
  mean: (numbers) => numbers,
  prop: (numbers, values) => inBox(numbers, { anyOf: values }),
  nps: (numbers) => promoterPoints(numbers),
}

function trendOf({ rows, params }) {
  const waves = [params.year1, params.year2].map((year) => {
    const own = rows.filter((row) => row[params.year] === year)
    return {
      numbers: FOLLOWED[params.type](numbersOf(own, params.y, params.user_missing), params.values),
      weights: params.weight ? weightsOf(own, params.weight) : undefined,
      population: params.N_by_year?.[year],
    }
  })
  const {
    waves: [one, two],
    steps: [step],
  } = trend(waves)
  const [first, second] = waves.map(({ numbers: { values, known } }) =>
    [...values].filter((_, row) => isSelected(known, row)),
  )
  const welch = welchTest(second, first)
  const sum = (values) => values.reduce((all, value) => all + value, 0)
  const shares = { count1: sum(second), n1: second.length, count2: sum(first), n2: first.length }
  return {
    n1: step.n1,
    n2: step.n2,
    estimate1: one.estimate,
    estimate2: two.estimate,
    se1: one.standardError,
    se2: two.standardError,
    difference: step.difference,
    se_difference: step.standardError,
    degf: step.df,
    ci_t: boundsOf(step.interval),
    ci_z: boundsOf(step.normalInterval),
    p_value_t: step.p,
    p_value_z: step.normalP,
    welch: { t: welch.t, df: welch.df, p_value: welch.p, ci: boundsOf(welch.interval) },
    ...(params.type === 'prop' && {
      wald_prop_test: bounds(twoProportionTest(shares).interval),
      newcombe: bounds(newcombeInterval(shares)),
    }),
  }
}

/** Summaries, designs, weights, scales and trends. */
export default {
  frequencies: (input) => plain(frequenciesOf(input)),
  multi_select: (input) => plain(multiSelect(input)),
  numeric_summary: (input) => plain(numeric(input)),
  numeric_summary_weighted: (input) => plain(numericWeighted(input)),
  kish: ({ rows, params }) => plain(kishOf(kishDesignEffect(columnOf(rows, params.weight)))),
  survey_design: (input) => plain(survey(input)),
  poststratify: (input) => plain(postStratified(input)),
  rake: (input) => plain(raked(input)),
  scale: (input) => plain(scaleOf(input)),
  nps: (input) => plain(netPromoter(input)),
  trend: (input) => plain(trendOf(input)),
}
