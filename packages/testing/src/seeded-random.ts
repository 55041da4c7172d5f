import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that is the same every time. */
export interface SeededRandom {
  /** From 0 up to but not including 1. */
  fraction(): number
  /** A whole number, both ends included. */
  integer(from: number, to: number): number
  /** One of the items. @throws RangeError when there are none */
  pick<T>(items: readonly T[]): T
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): readonly T[]
}

/**
 * A source of chance that gives the same numbers for the same seed, on every machine.
 *
 * @example seededRandom(7).integer(1, 6) === seededRandom(7).integer(1, 6) // true
 */
export function seededRandom(seed: number): SeededRandom {
  const generator = xoroshiro128plus(seed)
  const integer = (from: number, to: number): number => uniformInt(generator, from, to)
  return {
    fraction: () => uniformFloat64(generator),
    integer,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from')
      return items[integer(0, items.length - 1)] as (typeof items)[number]
    },
    shuffle: (items) => {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(0, last)
        ;[shuffled[last], shuffled[other]] = [
          shuffled[other] as (typeof items)[number],
          shuffled[last] as (typeof items)[number],
        ]
      }
      return shuffled
    },
  }
}
