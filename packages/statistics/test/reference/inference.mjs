import { computed, notComputed } from '@klankbord/model'
import {
  agrestiCoullInterval,
  anova,
  benjaminiHochberg,
  betaDistribution,
  betaQuantile,
  bonferroni,
  chiSquareDistribution,
  chiSquareQuantile,
  chiSquareTest,
  chiSquareUpperTail,
  clopperPearsonInterval,
  cohensH,
  fUpperTail,
  finiteFactor,
  fisherExactTest,
  fisherTableTest,
  holm,
  hypergeometricInterval,
  hypergeometricSides,
  kruskalWallisTest,
  mannWhitneyTest,
  meanEffects,
  meanInterval,
  momentsOf,
  newcombeInterval,
  normalDistribution,
  normalQuantile,
  raoScottTest,
  studentDistribution,
  studentQuantile,
  studentTest,
  twoProportionTest,
  waldInterval,
  welchAnova,
  welchTest,
  wilsonInterval,
} from '@klankbord/statistics'
import { plain } from './plain.mjs'

/** R's names, with the order of its arguments. `true` stands for lower.tail=FALSE. */
const DISTRIBUTIONS = {
  pnorm: normalDistribution,
  qnorm: normalQuantile,
  pt: studentDistribution,
  qt: studentQuantile,
  pchisq: (x, df, upper) => (upper ? chiSquareUpperTail : chiSquareDistribution)(x, df),
  qchisq: chiSquareQuantile,
  pf: (f, df1, df2) => fUpperTail(f, df1, df2),
  pbeta: betaDistribution,
  qbeta: betaQuantile,
  phyper: (count, having, others, drawn) =>
    hypergeometricSides(count, { population: having + others, having, drawn }).lower,
}

function evaluate(call) {
  const [, name, list] = /^(\w+)\((.*)\)$/.exec(call)
  const args = list.split(', ').map((part) => (part === 'lower.tail=FALSE' ? true : Number(part)))
  return DISTRIBUTIONS[name](...args)
}

/** The values of a column; empty and user-missing ones are left out. */
function valuesOf(rows, column, missing = []) {
  return rows.map((row) => row[column]).filter((value) => value !== null && !missing.includes(value))
}

const bounds = ({ low, high }) => ({ lower: low, upper: high })
const boundsOf = (result) => (computed(result) ? bounds(result) : result)

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
    survey_t: boundsOf(meanInterval({ n, mean: p, sd, population }).interval),
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
  const endless = meanInterval({ n, mean: middle, sd, level: params.level })
  const town = meanInterval({ n, mean: middle, sd, level: params.level, population: params.N })
  const fpc = {
    se: town.standardError,
    t_interval: boundsOf(town.interval),
    total: town.total?.estimate,
    total_se: town.total?.standardError,
  }
  return {
    n,
    mean: endless.mean,
    se: endless.standardError,
    t_interval: boundsOf(endless.interval),
    ...(params.N === null ? {} : { fpc }),
  }
}

function twoProportions({ x1, n1, x2, n2 }) {
  const two = { count1: x1, n1, count2: x2, n2 }
  const test = twoProportionTest(two)
  const fisher = fisherExactTest(two)
  return {
    p1: wilsonInterval({ count: x1, n: n1 }).share,
    p2: wilsonInterval({ count: x2, n: n2 }).share,
    difference: test.difference,
    z_pooled: test.z,
    p_value: test.p,
    chisq: test.chiSquare,
    wald_ci: bounds(test.interval),
    p_value_continuity: test.continuity.p,
    wald_ci_continuity: bounds(test.continuity.interval),
    newcombe_ci: bounds(newcombeInterval(two)),
    fisher_p: fisher.p,
    odds_ratio_sample: fisher.sampleOddsRatio,
    cohens_h: cohensH(two),
  }
}

function chiSquare({ table }) {
  const test = chiSquareTest(table)
  return {
    chisq: test.chiSquare,
    df: test.df,
    p_value: test.p,
    log10_p: test.log10P,
    expected_counts: test.expected,
    min_expected: test.leastExpected,
    cells_expected_below_5: test.expectedBelowFive,
    std_residuals: test.residuals,
    cramers_v: test.cramersV,
    cramers_v_bias_corrected: test.cramersVCorrected,
    phi: test.phi,
    yates_chisq: test.yates.chiSquare,
    yates_p: test.yates.p,
    fisher_p: fisherTableTest(table),
  }
}

function raoScott({ rows, params }) {
  const answered = rows.filter((row) => row[params.row] !== null && row[params.col] !== null)
  const names = (column) => [...new Set(answered.map((row) => row[column]))].toSorted()
  const places = (column, all) => answered.map((row) => all.indexOf(row[column]))
  const [byRow, byColumn] = [names(params.row), names(params.col)]
  const test = raoScottTest({
    row: places(params.row, byRow),
    column: places(params.col, byColumn),
    rows: byRow.length,
    columns: byColumn.length,
    ...(params.weight && { weights: answered.map((row) => row[params.weight]) }),
    ...(params.strata && { strata: places(params.strata, names(params.strata)) }),
    ...(params.fpc && { populations: answered.map((row) => row[params.fpc]) }),
  })
  return {
    n: test.n,
    rows: byRow,
    cols: byColumn,
    weighted_table: test.weighted,
    F: test.f,
    ndf: test.df1,
    ddf: test.df2,
    p_value_F: test.p,
    chisq_scaled_to_n: test.chiSquare,
    df: test.df,
    p_value_chisq: test.pChiSquare,
  }
}

function twoGroups({ rows, params }) {
  const of = (group) =>
    valuesOf(
      rows.filter((row) => row[params.group] === group),
      params.y,
      params.user_missing,
    )
  const [one, two] = [of(params.group1), of(params.group2)]
  const [welch, student] = [welchTest(one, two), studentTest(one, two)]
  const ranks = mannWhitneyTest(one, two)
  const effects = meanEffects(one, two)
  const t = (test) => ({ t: test.t, df: test.df, p_value: test.p, ci: bounds(test.interval) })
  return {
    n1: one.length,
    n2: two.length,
    mean1: momentsOf(one).mean,
    mean2: momentsOf(two).mean,
    difference: welch.difference,
    welch: t(welch),
    student: t(student),
    mann_whitney: {
      U1: ranks.u1,
      U2: ranks.u2,
      tie_corrected_sigma: ranks.sigma,
      z_uncorrected: ranks.z,
      p_value_uncorrected: ranks.p,
      p_value_continuity: ranks.pContinuity,
      p_value_exact: ranks.pExact,
    },
    cohens_d_pooled: effects.cohensD,
    hedges_g_exact_J: effects.hedgesG,
    cliffs_delta: ranks.cliffsDelta,
    rank_biserial: ranks.rankBiserial,
  }
}

function kGroups({ rows, params }) {
  const missing = params.user_missing
  const names = [...new Set(rows.map((row) => row[params.group]))].filter((name) => name !== null)
  const groups = names.map((name) =>
    valuesOf(
      rows.filter((row) => row[params.group] === name),
      params.y,
      missing,
    ),
  )
  const [between, ranks, welch] = [anova(groups), kruskalWallisTest(groups), welchAnova(groups)]
  const f = (test) => ({ F: test.f, df1: test.df1, df2: test.df2, p_value: test.p })
  return {
    n: groups.flat().length,
    groups: groups.length,
    group_n: Object.fromEntries(names.map((name, at) => [name, groups[at].length])),
    group_means: Object.fromEntries(names.map((name, at) => [name, momentsOf(groups[at]).mean])),
    anova: {
      ...f(between),
      ss_between: between.betweenSquares,
      ss_within: between.withinSquares,
      eta_squared: between.etaSquared,
      omega_squared: between.omegaSquared,
    },
    kruskal: { H: ranks.h, df: ranks.df, p_value: ranks.p, epsilon_squared: ranks.epsilonSquared },
    welch_anova: f(welch),
  }
}

/** Intervals, comparisons and distributions. */
export default {
  proportion_ci: ({ params }) => plain(proportion(params)),
  mean_ci: (input) => plain(mean(input)),
  two_proportions: ({ params }) => plain(twoProportions(params)),
  chi_square: ({ params }) => plain(chiSquare(params)),
  rao_scott: (input) => plain(raoScott(input)),
  two_groups: (input) => plain(twoGroups(input)),
  k_groups: (input) => plain(kGroups(input)),
  distributions: ({ params }) => Object.fromEntries(params.calls.map((call) => [call, evaluate(call)])),
  p_adjust: ({ params }) => {
    const p = params.p.map((value) => value ?? notComputed('noAnswers'))
    return plain({ holm: holm(p), bh: benjaminiHochberg(p), bonferroni: bonferroni(p) })
  },
}
