import { EMPTY_CODES } from '@klankbord/model'
import { boxShare, frequencies, multiResponse, numericSummary, quantiles } from '@klankbord/statistics'
import { columnOf, numbersOf, weightsOf, coded, percent } from './columns-of-rows.mjs'

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

/** Counts and numbers of everybody, weighted and not. */
export default {
  frequencies: frequenciesOf,
  multi_select: multiSelect,
  numeric_summary: numeric,
  numeric_summary_weighted: numericWeighted,
}
