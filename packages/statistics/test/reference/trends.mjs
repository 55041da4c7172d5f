import {
  inBox,
  isSelected,
  newcombeInterval,
  promoterPoints,
  trend,
  twoProportionTest,
  welchTest,
} from '@klankbord/statistics'
import { numbersOf, weightsOf, bounds } from './columns-of-rows.mjs'

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
    ci_t: bounds(step.interval),
    ci_z: bounds(step.normalInterval),
    p_value_t: step.p,
    p_value_z: step.normalP,
    welch: { t: welch.t, df: welch.df, p_value: welch.p, ci: bounds(welch.interval) },
    ...(params.type === 'prop' && {
      wald_prop_test: bounds(twoProportionTest(shares).interval),
      newcombe: bounds(newcombeInterval(shares)),
    }),
  }
}

/** Differences between years. */
export default {
  trend: trendOf,
}
