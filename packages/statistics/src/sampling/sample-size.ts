import { problem } from '@klankbord/model'
import { normalReach } from '../intervals/around.ts'
import { finiteFactor, requirePopulation } from '../intervals/finite-population.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** What the precision of a share depends on. */
export interface Precision {
  /** Everybody the results are to speak for; a whole number, at least 1. */
  readonly population: number
  /** Confidence level between 0 and 1; 0.95 unless told. */
  readonly level?: number
  /** The share that is expected; 0.5 unless told, which asks for most answers and so is safe for every question. */
  readonly share?: number
}

/** A precision with the margin that is wanted: 0.05 is five points to either side. */
export interface WantedPrecision extends Precision {
  readonly margin: number
}

/**
 * How many answers a simple random sample without replacement needs for a share to lie within the margin.
 *
 * Method: n₀ = z²·p(1 − p)/e², then n = n₀ / (1 + (n₀ − 1)/N), rounded up (Cochran 1977, Sampling Techniques, 3rd
 * edition, section 4.4). It is about chance alone: who does not answer is not missing by chance.
 *
 * @example sampleSize({ population: 500, margin: 0.05 }) // 218
 * @throws Problem `peopleNotCountable`, `fractionOutOfRange`, `levelOutOfRange`
 */
export function sampleSize({ margin, ...precision }: WantedPrecision): number {
  requireFraction('margin', margin)
  requirePeople('population', precision.population, 1)
  const unlimited = (normalReach(precision.level ?? 0.95) ** 2 * unitVariance(precision.share)) / margin ** 2
  return wholeUp(unlimited / (1 + (unlimited - 1) / precision.population))
}

/**
 * How far a share of so many answers may lie from that of the population, by chance alone; 0 when everybody answered.
 * The other way round from `sampleSize`: z·√(p(1 − p)/n · (N − n)/(N − 1)).
 *
 * @param answers a whole number from 1 to the population
 * @example marginOfError({ population: 500, answers: 175 }) // 0.0598…
 * @throws Problem `peopleNotCountable`, `populationTooSmall`, `fractionOutOfRange`, `levelOutOfRange`
 */
export function marginOfError({ answers, ...precision }: Precision & { readonly answers: number }): number {
  return stratifiedMargin([{ population: precision.population, answers }], precision)
}

/** Answers of a part of the population that was drawn for itself. */
export interface StratumAnswers {
  readonly population: number
  /** A whole number from 1 to the population. */
  readonly answers: number
}

/**
 * The same for strata that were drawn each for itself, and weigh as heavily as they have people:
 * z·√(Σ W²·p(1 − p)/n · (N − n)/(N − 1)) (Cochran 1977, section 5.3 and 5.10). One stratum gives `marginOfError`.
 *
 * @example stratifiedMargin([{ population: 300, answers: 60 }, { population: 80, answers: 40 }], {}) // 0.0999…
 * @throws Problem `peopleNotCountable`, `populationTooSmall`, `fractionOutOfRange`, `levelOutOfRange`
 */
export function stratifiedMargin(
  strata: readonly StratumAnswers[],
  { level = 0.95, share }: Omit<Precision, 'population'>,
): number {
  const everybody = sumOf(strata.map(({ population }) => population))
  const variance = strata.reduce((sum, { population, answers }) => {
    requirePeople('population', population, 1)
    requirePeople('answers', answers, 1)
    requirePopulation(answers, population)
    const ofStratum = (unitVariance(share) / answers) * finiteFactor(answers, population, 'population')
    return sum + (population / everybody) ** 2 * ofStratum
  }, 0)
  return normalReach(level) * Math.sqrt(variance)
}

/** Rounds up, but not because of the last digits of a quotient: 357 / 0.35 is 1020, and floating point makes it a bit more. */
export function wholeUp(value: number): number {
  return Math.ceil(value * (1 - 1e-12))
}

/** Rounds down, in the same way: 0.35 · 1020 is 357. */
export function wholeDown(value: number): number {
  return Math.floor(value * (1 + 1e-12))
}

/** @throws Problem `peopleNotCountable` unless the value is whole and at least so many */
export function requirePeople(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) throw problem('peopleNotCountable', { name, value, least })
}

/** @throws Problem `fractionOutOfRange` unless 0 < value < 1; of an expected response 1 will do */
export function requireFraction(name: 'margin' | 'share' | 'expectedResponse', value: number): void {
  const fits = value > 0 && (value < 1 || (name === 'expectedResponse' && value === 1))
  if (!fits) throw problem('fractionOutOfRange', { name, value })
}

function unitVariance(share = 0.5): number {
  requireFraction('share', share)
  return share * (1 - share)
}
