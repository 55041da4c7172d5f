import { notComputed } from '@klankbord/model'
import {
  anova,
  benjaminiHochberg,
  bonferroni,
  chiSquareTest,
  cohensH,
  fisherExactTest,
  fisherTableTest,
  holm,
  kruskalWallisTest,
  mannWhitneyTest,
  meanEffects,
  momentsOf,
  newcombeInterval,
  raoScottTest,
  studentTest,
  twoProportionTest,
  welchAnova,
  welchTest,
  wilsonInterval,
} from '@klankbord/statistics'
import { valuesOf, bounds } from './columns-of-rows.mjs'

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

function adjusted({ params }) {
  const p = params.p.map((value) => value ?? notComputed('noAnswers'))
  return { holm: holm(p), bh: benjaminiHochberg(p), bonferroni: bonferroni(p) }
}

/** Groups and tables beside each other. */
export default {
  two_proportions: ({ params }) => twoProportions(params),
  chi_square: ({ params }) => chiSquare(params),
  rao_scott: raoScott,
  two_groups: twoGroups,
  k_groups: kGroups,
  p_adjust: adjusted,
}
