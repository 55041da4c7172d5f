import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that is the same for the same seed. */
export interface SeededRandom {
  /** From 0 up to but not including 1. */
  uniform(): number
  /** About normal, mean 0 and variance 1: the sum of twelve uniforms less six. */
  normal(): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of the items, each as likely as its weight says; all alike without weights. */
  pick<Item>(items: readonly Item[], weights?: readonly number[]): Item
  /** So many of the items, heavier ones more often, in random order (Efraimidis and Spirakis 2006). */
  draw<Item>(items: readonly Item[], count: number, weightOf?: (item: Item) => number): readonly Item[]
}

/** A source of chance from a whole number. */
export function seededRandom(seed: number): SeededRandom {
  const generator = xoroshiro128plus(seed)
  const uniform = (): number => uniformFloat64(generator)
  return {
    uniform,
    normal: () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6),
    chance: (probability) => uniform() < probability,
    pick: (items, weights = items.map(() => 1)) => pickOne(items, weights, uniform()),
    draw: (items, count, weightOf = () => 1) =>
      items
        .map((item) => ({ item, key: -Math.log(1 - uniform()) / weightOf(item) }))
        .toSorted((a, b) => a.key - b.key)
        .slice(0, count)
        .map(({ item }) => item),
  }
}

function pickOne<Item>(items: readonly Item[], weights: readonly number[], uniform: number): Item {
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0)
  const place = weights.findIndex((weight) => (left -= weight) < 0)
  return items[place === -1 ? items.length - 1 : place] as Item
}
