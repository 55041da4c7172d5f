import { notComputed, type Figure } from '@klankbord/model'

/** Counts that the margins of a table allow, from `least` on, weighted by their chance when the odds are equal. */
export interface TableChances {
  readonly least: number
  readonly weights: Float64Array
}

/** The same as logarithms, which are taken once for all the odds that are tried. */
interface LogChances {
  readonly least: number
  readonly logs: Float64Array
}

function logsOf({ least, weights }: TableChances): LogChances {
  return { least, logs: weights.map((weight) => Math.log(weight)) }
}

const MOST_STEPS = 300
const LARGEST_STEP = 4

/** The odds ratio under which the count is just what is expected (Cornfield 1956; Fisher's noncentral hypergeometric). */
export function conditionalOdds(count: number, chances: TableChances): Figure {
  if (count === chances.least) return 0
  if (count === chances.least + chances.weights.length - 1) return notComputed('perfectSeparation')
  const logs = logsOf(chances)
  const solved = solveRising((log) => {
    const { mean, variance } = sidesUnder(log, count, logs)
    return { error: mean - count, slope: variance }
  })
  return Math.exp(solved)
}

/** The odds ratio under which a count at least as high (`low`), or at least as low (`high`), has just the chance `tail`. */
export function oddsRatioBound(count: number, chances: TableChances, tail: number, bound: 'low' | 'high'): number {
  const logs = logsOf(chances)
  const solved = solveRising((log) => {
    const { mean, atLeast, atMost } = sidesUnder(log, count, logs)
    if (bound === 'low') return { error: Math.log(atLeast.chance / tail), slope: atLeast.mean - mean }
    return { error: Math.log(tail / atMost.chance), slope: mean - atMost.mean }
  })
  return Math.exp(solved)
}

interface Part {
  readonly chance: number
  readonly mean: number
}

interface SidesUnder {
  readonly mean: number
  readonly variance: number
  readonly atLeast: Part
  readonly atMost: Part
}

/** The distribution of the count under an odds ratio, given as its logarithm: both sides of a count with their means. */
function sidesUnder(logOdds: number, count: number, { least, logs }: LogChances): SidesUnder {
  const tilted = logs.map((log, at) => log + (least + at - count) * logOdds)
  let top = -Infinity
  for (const log of tilted) top = Math.max(top, log)
  // Below, at and above the count: weight, and weight times the distance from it.
  const sums = { below: 0, belowAway: 0, at: 0, above: 0, aboveAway: 0, squares: 0 }
  for (let at = 0; at < tilted.length; at += 1) {
    const weight = Math.exp((tilted[at] ?? top) - top)
    const away = least + at - count
    sums.squares += weight * away * away
    if (away < 0) {
      sums.below += weight
      sums.belowAway += weight * away
    } else if (away > 0) {
      sums.above += weight
      sums.aboveAway += weight * away
    } else sums.at += weight
  }
  const all = sums.below + sums.at + sums.above
  const away = (sums.belowAway + sums.aboveAway) / all
  return {
    mean: count + away,
    variance: sums.squares / all - away * away,
    atLeast: { chance: (sums.at + sums.above) / all, mean: count + sums.aboveAway / (sums.at + sums.above) },
    atMost: { chance: (sums.at + sums.below) / all, mean: count + sums.belowAway / (sums.at + sums.below) },
  }
}

/** Where a rising function is 0: Newton's steps, kept short and between values known to lie on either side. */
function solveRising(at: (value: number) => { readonly error: number; readonly slope: number }): number {
  let value = 0
  let low = -Infinity
  let high = Infinity
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { error, slope } = at(value)
    if (error === 0) break
    if (error < 0) low = value
    else high = value
    const change = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, -error / slope))
    let next = value + change
    if (!(next > low && next < high)) next = middleOf(low, high, value)
    if (Math.abs(next - value) <= 1e-15 * Math.max(1, Math.abs(value))) return next
    value = next
  }
  return value
}

function middleOf(low: number, high: number, value: number): number {
  if (low === -Infinity) return value - LARGEST_STEP
  return high === Infinity ? value + LARGEST_STEP : (low + high) / 2
}
