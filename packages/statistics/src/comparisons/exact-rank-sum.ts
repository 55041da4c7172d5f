import { notComputed, type Figure } from '@klankbord/model'
import type { Ranking } from './rank-values.ts'

/** Steps of the count: some sixty people, in some tens of milliseconds. */
const MOST_WORK = 2e7

/**
 * The two-sided p of a rank sum given the ties: twice the smaller part of all divisions into groups of these sizes with
 * a sum as low, or as high. Counted with the shift algorithm of Streitberg and Röhmel (1986), on doubled ranks so that
 * shared ranks are whole.
 */
export function exactRankSum({ n, sums, shared }: Ranking, n1: number): Figure {
  const most = n * (n + 1)
  if (n * n1 * most > MOST_WORK) return notComputed('tooMuchWork')
  if (shared.length < 2) return notComputed('noSpread')
  const ways = waysBySum(
    shared.map(({ all }) => all),
    n1,
    most,
  )
  const observed = Math.round(2 * (sums[0] ?? 0))
  let low = 0
  let high = 0
  let all = 0
  for (const [sum, many] of ways.entries()) {
    all += many
    if (sum <= observed) low += many
    if (sum >= observed) high += many
  }
  return Math.min(1, (2 * Math.min(low, high)) / all)
}

/** In how many ways `size` of the people have each doubled rank sum. */
function waysBySum(shared: readonly number[], size: number, most: number): Float64Array {
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1))
  const none = ways[0]
  if (none) none[0] = 1
  let before = 0
  for (const all of shared) {
    const rank = 2 * before + all + 1
    for (let person = 0; person < all; person += 1) addPerson(ways, rank)
    before += all
  }
  return ways[size] ?? new Float64Array(1)
}

function addPerson(ways: readonly Float64Array[], rank: number): void {
  for (let chosen = ways.length - 1; chosen > 0; chosen -= 1) {
    const [to, from] = [ways[chosen], ways[chosen - 1]]
    if (!to || !from) continue
    for (let sum = to.length - 1; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0)
  }
}
