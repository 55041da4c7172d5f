import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  finiteFactor,
  hypergeometricInterval,
  meanInterval,
  momentsOf,
  waldInterval,
  wilsonInterval,
} from '@klankbord/statistics'
import { valuesOf, bounds } from './columns-of-rows.mjs'

function shareOfTown(input, p) {
  const { n, population } = input
  const sd = n > 1 ? Math.sqrt((n * p * (1 - p)) / (n - 1)) : 0
  const survey = meanInterval({ n, mean: p, sd, population, level: input.level })
  const wald = waldInterval(input)
  return {
    factor_Nminus1: finiteFactor(n, population, 'population'),
    factor_1_minus_f: finiteFactor(n, population, 'sample'),
    se_n_Nminus1: wald.standardError,
    se_nminus1_1minusf: survey.standardError,
    wald_z: bounds(wald),
    wilson_n_over_factor_Nminus1: bounds(wilsonInterval(input)),
    wilson_n_over_1_minus_f: bounds(wilsonInterval({ ...input, correction: 'sample' })),
    exact_hypergeometric: bounds(hypergeometricInterval(input)),
    survey_se: survey.standardError,
    // R's confint is called there without a level, so this key is always that of 95 %.
    survey_t: bounds(meanInterval({ n, mean: p, sd, population, alike: 'point' }).interval),
    survey_total: survey.total.estimate,
    survey_total_se: survey.total.standardError,
  }
}

function proportion({ x, n, N, level }) {
  const endless = { count: x, n, level }
  const wilson = wilsonInterval(endless)
  const agrestiCoull = agrestiCoullInterval(endless)
  return {
    p: wilson.share,
    wilson: bounds(wilson),
    clopper_pearson: bounds(clopperPearsonInterval(endless)),
    agresti_coull: bounds(agrestiCoull.unclamped),
    agresti_coull_clamped: bounds(agrestiCoull),
    wald: bounds(waldInterval(endless)),
    ...(N === null ? {} : { fpc: shareOfTown({ ...endless, population: N }, wilson.share) }),
  }
}

function mean({ rows, params }) {
  const values = valuesOf(rows, params.column, params.user_missing)
  const { n, mean: middle, sd } = momentsOf(values)
  const endless = meanInterval({ n, mean: middle, sd, level: params.level, alike: 'point' })
  const town = meanInterval({ n, mean: middle, sd, level: params.level, population: params.N, alike: 'point' })
  const fpc = {
    se: town.standardError,
    t_interval: bounds(town.interval),
    total: town.total?.estimate,
    total_se: town.total?.standardError,
  }
  return {
    n,
    mean: endless.mean,
    se: endless.standardError,
    t_interval: bounds(endless.interval),
    ...(params.N === null ? {} : { fpc }),
  }
}

/** Shares and means, of towns too. */
export default {
  proportion_ci: ({ params }) => proportion(params),
  mean_ci: mean,
}
