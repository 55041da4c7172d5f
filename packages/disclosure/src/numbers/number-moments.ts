import type { ClassTable } from '../weights/class-table.ts'
import { weightedCounts } from '../weights/weighted-share.ts'
import type { NumberTable } from './number-table.ts'

/** Numbers of people as far as means are made of them. Of nobody all are 0. */
export interface NumberMoments {
  readonly n: number
  /** What they weigh together; n where everybody counts once. */
  readonly weight: number
  readonly mean: number
  /** Squares of the distances from the mean times weights, added up. */
  readonly squares: number
  /** With n − 1; 0 for fewer than two. */
  readonly sd: number
}

/**
 * Per group of a number table.
 *
 * @param counts per group one per category
 * @param classes of the table of counts, where people are weighed
 */
export function momentsByGroup(
  { scores, values, weights }: NumberTable,
  counts: readonly (readonly number[])[],
  classes?: ClassTable,
): readonly NumberMoments[] {
  if (scores)
    return counts.map((row, group) => {
      const own = classes?.groups[group]
      const weighed = classes && own ? weightedCounts({ row: own, weights: classes.weights }) : row
      return momentsOf(scores, weighed, sumOf(row))
    })
  return values.map((own, group) => momentsOf(own, weights?.[group] ?? null, own.length))
}

function momentsOf(values: ArrayLike<number>, weights: ArrayLike<number> | null, n: number): NumberMoments {
  let [weight, sum] = [0, 0]
  for (let at = 0; at < values.length; at += 1) {
    const own = weights ? (weights[at] ?? 0) : 1
    weight += own
    sum += own * (values[at] ?? 0)
  }
  const mean = weight > 0 ? sum / weight : 0
  let squares = 0
  for (let at = 0; at < values.length; at += 1)
    squares += (weights ? (weights[at] ?? 0) : 1) * ((values[at] ?? 0) - mean) ** 2
  return withSpread({ n, weight, mean, squares })
}

/** Several groups together (Chan, Golub & LeVeque 1983). */
export function momentsTogether(parts: readonly NumberMoments[]): NumberMoments {
  const n = sumOf(parts.map((part) => part.n))
  const weight = sumOf(parts.map((part) => part.weight))
  const mean = weight > 0 ? sumOf(parts.map((part) => part.weight * part.mean)) / weight : 0
  const squares = sumOf(parts.map((part) => part.squares + part.weight * (part.mean - mean) ** 2))
  return withSpread({ n, weight, mean, squares })
}

/** Who is left of some people without others of them. */
export function momentsWithout(all: NumberMoments, others: NumberMoments): NumberMoments {
  const [n, weight] = [all.n - others.n, all.weight - others.weight]
  const mean = n > 0 && weight > 0 ? (all.weight * all.mean - others.weight * others.mean) / weight : 0
  const between = others.weight * (others.mean - all.mean) ** 2 + weight * (mean - all.mean) ** 2
  return withSpread({ n, weight, mean, squares: Math.max(0, all.squares - others.squares - between) })
}

function withSpread(part: Omit<NumberMoments, 'sd'>): NumberMoments {
  const { n, weight, squares } = part
  return { ...part, sd: n > 1 && weight > 0 ? Math.sqrt(((n / (n - 1)) * squares) / weight) : 0 }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
