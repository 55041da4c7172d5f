import { problem } from '@klankbord/model'
import { logBetaFactor, type Sides } from './incomplete-beta.ts'

/** A draw without putting back: `drawn` of `population` people, of whom `having` have a property. */
export interface Draw {
  readonly population: number
  readonly having: number
  readonly drawn: number
}

/**
 * The chance that exactly `count` of those drawn have the property: a quotient of three binomial chances, each made of
 * deviances (Loader 2000), so exact to about 1e-13 for any size. 0 for a count that cannot be.
 *
 * @example hypergeometricChance(10, { population: 420, having: 120, drawn: 40 })
 * @throws Problem `argumentOutOfRange` unless 0 ≤ having, drawn ≤ population, all whole
 */
export function hypergeometricChance(count: number, draw: Draw): number {
  requireDraw(draw)
  const { population, having, drawn } = draw
  const [least, most] = hypergeometricRange(draw)
  if (!Number.isInteger(count) || count < least || count > most) return 0
  if (least === most) return 1
  const part = { x: drawn / population, y: (population - drawn) / population }
  const log =
    logBinomialChance(count, having, part) +
    logBinomialChance(drawn - count, population - having, part) -
    logBinomialChance(drawn, population, part)
  return Math.exp(log)
}

/** The least and the most of those drawn that can have the property: outside of these no count has a chance. */
export function hypergeometricRange({ population, having, drawn }: Draw): readonly [number, number] {
  return [Math.max(0, drawn - (population - having)), Math.min(drawn, having)]
}

/**
 * The chances of at most `count` and of more (`phyper` and its upper tail): the shorter side is added up from the count
 * outwards, by the quotient of neighbours.
 *
 * @example hypergeometricSides(10, { population: 420, having: 120, drawn: 40 }).lower // 0.37379…
 * @throws Problem `argumentOutOfRange`
 */
export function hypergeometricSides(count: number, draw: Draw): Sides {
  requireDraw(draw)
  const [least, most] = hypergeometricRange(draw)
  if (count < least) return { lower: 0, upper: 1 }
  if (count >= most) return { lower: 1, upper: 0 }
  const mean = (draw.drawn * draw.having) / draw.population
  if (count < mean) {
    const lower = Math.min(1, sumOutwards(count, least, draw))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, sumOutwards(count + 1, most, draw))
  return { lower: 1 - upper, upper }
}

function sumOutwards(from: number, to: number, draw: Draw): number {
  const down = to < from
  let term = hypergeometricChance(from, draw)
  let sum = term
  for (let k = from; k !== to && term > 1e-18 * sum; k += down ? -1 : 1) {
    term = down ? term / stepUp(k - 1, draw) : term * stepUp(k, draw)
    sum += term
  }
  return sum
}

/** How many times as likely one more than `count` is. */
export function stepUp(count: number, { population, having, drawn }: Draw): number {
  return ((having - count) * (drawn - count)) / ((count + 1) * (population - having - drawn + count + 1))
}

function logBinomialChance(count: number, n: number, part: { readonly x: number; readonly y: number }): number {
  if (count === 0) return n === 0 ? 0 : n * Math.log(part.y)
  if (count === n) return n * Math.log(part.x)
  return logBetaFactor(count, n - count, part) + Math.log(n / (count * (n - count)))
}

function requireDraw({ population, having, drawn }: Draw): void {
  for (const [name, value] of Object.entries({ having, drawn })) {
    const fits = Number.isSafeInteger(value) && value >= 0 && value <= population
    if (!fits) throw problem('argumentOutOfRange', { name, value, expected: `whole, from 0 to ${population}` })
  }
}
