import {
  betaDistribution,
  betaQuantile,
  chiSquareDistribution,
  chiSquareQuantile,
  chiSquareUpperTail,
  fUpperTail,
  hypergeometricSides,
  normalDistribution,
  normalQuantile,
  studentDistribution,
  studentQuantile,
} from '@klankbord/statistics'

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

/** Tails and quantiles. */
export default {
  distributions: ({ params }) => Object.fromEntries(params.calls.map((call) => [call, evaluate(call)])),
}
