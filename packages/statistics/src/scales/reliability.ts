import { notComputed, type Figure, type NotComputed } from '@klankbord/model'
import { countSelected, selectedByAll } from '../columns/selection.ts'
import { requireLevel } from '../distributions/require-parameter.ts'
import type { Interval } from '../intervals/around.ts'
import type { Measurements } from '../summaries/measurements.ts'
import { feldtInterval, pairwiseInterval } from './alpha-interval.ts'
import { covariancesOf, listwisePairs, pairwisePairs, type Covariances } from './item-covariance.ts'

/** How consistently items measure one thing. */
export interface Reliability {
  /** People who answered all items. */
  readonly complete: number
  /** Over these people only: the one to report. */
  readonly listwise: Consistency
  /** Over all that each pair of items was answered by: for when few answered all of them. */
  readonly pairwise: Consistency
}

/**
 * Not computed: `tooFewItems` for one item, or for what is left of two; `tooFewAnswers` where a pair of items has fewer
 * than two people; `noSpread` where nobody differs.
 */
export interface Consistency {
  /** Cronbach's (1951). */
  readonly alpha: Figure
  /**
   * Listwise Feldt's (1965), which assumes answers that are roughly normal. Pairwise, where people answered unequal numbers
   * of items, by leaving out one person at a time; not computed there (`noSpread`) for an alpha of 1 or more.
   */
  readonly interval: Interval | NotComputed
  /** Of items that each count the same, however far apart the answers to them are. */
  readonly standardizedAlpha: Figure
  /** In the order given. */
  readonly items: readonly ItemConsistency[]
}

export interface ItemConsistency {
  /** Correlation of the item with the sum of the others. Below 0: it may have to be reversed, which is never done here. */
  readonly itemRest: Figure
  readonly alphaIfDropped: Figure
}

/**
 * Cronbach's (1951) alpha with item-rest correlations and alpha without each item. A high alpha does not show that items measure
 * one thing only, and alpha grows with their number; with fewer than 30 people it says little.
 *
 * @param items reversed ones turned round, as `scaleItems` gives them
 * @example reliability(scaleItems(dataset, scale)).listwise.alpha
 * @throws Problem `columnsDiffer`, `levelOutOfRange`
 */
export function reliability(items: readonly Measurements[], level = 0.95): Reliability {
  requireLevel(level)
  const [first, ...others] = items
  if (!first) return { complete: 0, listwise: NO_ITEMS, pairwise: NO_ITEMS }
  const all = selectedByAll(first.known, ...others.map(({ known }) => known))
  const complete = countSelected(all)
  const listwise = consistencyOf(covariancesOf(listwisePairs(items, all)))
  const pairs = pairwisePairs(items)
  const pairwise = consistencyOf(covariancesOf(pairs))
  return {
    complete,
    listwise: { ...listwise, interval: feldtInterval(listwise.alpha, complete, items.length, level) },
    pairwise: { ...pairwise, interval: pairwiseInterval(items, pairs, pairwise.alpha, level) },
  }
}

const NO_ITEMS: Consistency = {
  alpha: notComputed('tooFewItems'),
  interval: notComputed('tooFewItems'),
  standardizedAlpha: notComputed('tooFewItems'),
  items: [],
}

function consistencyOf(covariances: Covariances): Omit<Consistency, 'interval'> {
  const places = [...covariances.keys()]
  return {
    alpha: alphaOfAll(covariances),
    standardizedAlpha: alphaOfAll(correlationsOf(covariances)),
    items: places.map((item) => {
      const rest = places.filter((other) => other !== item)
      return { itemRest: itemRestOf(covariances, item, rest), alphaIfDropped: alphaOf(covariances, rest) }
    }),
  }
}

function alphaOfAll(covariances: Covariances): Figure {
  return alphaOf(covariances, [...covariances.keys()])
}

function alphaOf(covariances: Covariances, places: readonly number[]): Figure {
  const k = places.length
  if (k < 2) return notComputed('tooFewItems')
  const [own, all] = [sumOver(covariances, places, 'diagonal'), sumOver(covariances, places, 'all')]
  if (own === null || all === null) return notComputed('tooFewAnswers')
  return all > 0 ? (k / (k - 1)) * (1 - own / all) : notComputed('noSpread')
}

function sumOver(covariances: Covariances, places: readonly number[], part: 'diagonal' | 'all'): number | null {
  let sum = 0
  for (const one of places) {
    for (const other of part === 'all' ? places : [one]) {
      const value = covariances[one]?.[other] ?? null
      if (value === null) return null
      sum += value
    }
  }
  return sum
}

function correlationsOf(covariances: Covariances): Covariances {
  const variance = (at: number): number | null => covariances[at]?.[at] ?? null
  return covariances.map((line, one) =>
    line.map((value, other) => {
      const [variance1, variance2] = [variance(one), variance(other)]
      if (value === null || !variance1 || !variance2) return null
      return value / Math.sqrt(variance1 * variance2)
    }),
  )
}

function itemRestOf(covariances: Covariances, item: number, rest: readonly number[]): Figure {
  if (rest.length === 0) return notComputed('tooFewItems')
  const own = sumOver(covariances, [item], 'diagonal')
  const others = sumOver(covariances, rest, 'all')
  const joint = rest.map((other) => covariances[item]?.[other] ?? null)
  if (own === null || others === null || joint.includes(null)) return notComputed('tooFewAnswers')
  if (!(own > 0 && others > 0)) return notComputed('noSpread')
  return joint.reduce<number>((sum, value) => sum + (value ?? 0), 0) / Math.sqrt(own * others)
}
