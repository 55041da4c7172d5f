import { notComputed, type Figure } from '@klankbord/model'
import { momentsOf } from './moments.ts'

/**
 * The standard error of an estimate by leaving out one person (or unit) at a time (Tukey 1958; Efron & Stein 1981): the
 * spread of the estimates without each, times (n − 1)/n. For smooth estimates such as quotients of means, not for
 * quantiles. Not computed (`tooFewAnswers`) where there is no estimate without somebody, and of fewer than two.
 *
 * @param without the estimate without each; null where there is none
 */
export function jackknifeError(without: readonly (number | null)[]): Figure {
  const n = without.length
  const estimates = without.filter((estimate) => estimate !== null)
  if (n < 2 || estimates.length < n) return notComputed('tooFewAnswers')
  return Math.sqrt(((n - 1) / n) * momentsOf(estimates).squares)
}
