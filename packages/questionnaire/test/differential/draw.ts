import fc from 'fast-check'

/** Draws from one seeded source, step by step, where what is drawn depends on what was drawn before. */
export interface Draw {
  /** A whole number; both ends are included. */
  whole(min: number, max: number): number
  chance(share: number): boolean
  pick<Item>(from: readonly Item[]): Item
  /** At least `min` and at most `max` of them, in their order. */
  some<Item>(from: readonly Item[], min?: number, max?: number): Item[]
  shuffled<Item>(from: readonly Item[], min?: number, max?: number): Item[]
  words(min: number, max: number): string
  number(min: number, max: number): number
}

/** As many sources as there are runs, all of them from one seed. */
export function drawsOf(seed: number, runs: number): readonly Draw[] {
  return fc.sample(fc.gen(), { seed, numRuns: runs }).map(drawFrom)
}

/** Letters and signs that a person types, surrogate pairs among them. */
const LETTERS = [...'aeinstrdk'.split(''), ...' EW.,-\'"{}<&é€'.split(''), '\n', '🙂', 'ğ', 'ش']

const THOUSAND = 1000

/** Without the leaning of fast-check towards the ends, so that a share of chances is a share. */
const even = (between: { readonly min: number; readonly max: number }): fc.Arbitrary<number> =>
  fc.noBias(fc.integer(between))

function drawFrom(next: fc.GeneratorValue): Draw {
  const whole = (min: number, max: number): number => next(even, { min, max })
  const some = <Item>(from: readonly Item[], min = 1, max = from.length): Item[] => {
    const taken = new Set(places(from, min, max))
    return from.filter((_, place) => taken.has(place))
  }
  const places = (from: readonly unknown[], min: number, max: number): number[] => {
    const most = Math.min(max, from.length)
    const left = from.map((_, place) => place)
    const count = whole(Math.min(min, most), most)
    return Array.from({ length: count }, () => left.splice(whole(0, left.length - 1), 1)[0] ?? 0)
  }
  return {
    whole,
    chance: (share) => whole(1, THOUSAND) <= share * THOUSAND,
    pick: (from) => from[whole(0, from.length - 1)] as (typeof from)[number],
    some,
    shuffled: (from, min = 1, max = from.length) =>
      places(from, min, max).map((place) => from[place] as (typeof from)[number]),
    words: (min, max) => {
      const length = whole(min, Math.min(max, min + 12))
      const text = Array.from({ length }, () => LETTERS[whole(0, LETTERS.length - 1)] ?? 'x')
      const cut = text.join('').slice(0, max).trim()
      // Of two quotation marks survey-core makes nothing: a listed difference.
      return cut.length < Math.max(1, min) || /\p{Surrogate}|^["']{2}$/u.test(cut) ? 'e'.repeat(Math.max(1, min)) : cut
    },
    number: (min, max) => whole(Math.ceil(min * 4), Math.floor(max * 4)) / 4,
  }
}
