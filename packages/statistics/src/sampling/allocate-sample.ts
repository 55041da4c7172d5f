import { requirePeople } from './sample-size.ts'

/** People by the name of their stratum. */
export type ByStratum = Readonly<Record<string, number>>

/**
 * Divides a sample over strata in proportion to their people, with at least so many in each (or all, where a stratum has
 * fewer). The parts add up to `size`, unless the people run out or the least numbers together ask for more.
 *
 * Method: proportional allocation, rounded by the largest remainder (Hamilton), in whole numbers throughout; equal
 * remainders go to the larger stratum, then by name. Strata that would get less than the least get the least, and the
 * rest is divided over the others.
 *
 * @param size a whole number of people, at least 0
 * @param strata how many people each stratum has
 * @param least in each stratum; 0 unless told
 * @example allocateSample(100, { Noord: 600, Oost: 390, West: 10 }, 5) // { Noord: 58, Oost: 37, West: 5 }
 * @throws Problem `peopleNotCountable`
 */
export function allocateSample(size: number, strata: ByStratum, least = 0): ByStratum {
  requirePeople('size', size, 0)
  requirePeople('least', least, 0)
  const all = Object.entries(strata).map(([name, people]): Stratum => {
    requirePeople(`stratum ${name}`, people, 0)
    return { name, people, floor: Math.min(least, people) }
  })
  const given = divide(Math.min(size, peopleOf(all)), all)
  return Object.fromEntries(all.map(({ name }) => [name, given.get(name) ?? 0]))
}

interface Stratum {
  readonly name: string
  readonly people: number
  readonly floor: number
}

/** Takes out those that proportion would leave below their floor, until there are none. */
function divide(size: number, strata: readonly Stratum[]): ReadonlyMap<string, number> {
  const people = peopleOf(strata)
  const low = strata.filter((stratum) => size * stratum.people < stratum.floor * people)
  if (low.length === 0) return largestRemainder(size, strata)
  const rest = strata.filter((stratum) => !low.includes(stratum))
  const left = size - low.reduce((sum, { floor }) => sum + floor, 0)
  return new Map([...low.map(({ name, floor }) => [name, floor] as const), ...divide(Math.max(left, 0), rest)])
}

function largestRemainder(size: number, strata: readonly Stratum[]): ReadonlyMap<string, number> {
  const people = Math.max(peopleOf(strata), 1)
  const parts = strata.map((stratum) => ({
    ...stratum,
    whole: Math.floor((size * stratum.people) / people),
    remainder: (size * stratum.people) % people,
  }))
  const left = size - parts.reduce((sum, { whole }) => sum + whole, 0)
  const inLine = parts.toSorted(
    (a, b) => b.remainder - a.remainder || b.people - a.people || (a.name < b.name ? -1 : 1),
  )
  return new Map(inLine.map(({ name, whole }, place) => [name, whole + (place < left ? 1 : 0)]))
}

const peopleOf = (strata: readonly Stratum[]): number => strata.reduce((sum, { people }) => sum + people, 0)
