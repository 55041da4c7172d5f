import { problem } from '@klankbord/model'
import { sumOf } from '../summaries/sum-of.ts'
import type { Margin } from './margin.ts'
import type { RakingCells } from './raking-cells.ts'

/**
 * Refuses margins of which two cannot be met at once, and names the categories: those of one variable whose people all fall
 * in some categories of another, where fewer people are to be had. For two margins that is also all that can go wrong
 * (Gale 1957, on flows in networks); with three or more it finds what two of them alone make impossible.
 *
 * Totals that are just equal are refused, too, when others also fall in those categories: these would have to weigh
 * nothing.
 *
 * @throws Problem `marginsNotReachable`
 */
export function requireReachable(margins: readonly Margin[], cells: RakingCells): void {
  for (const [one, margin] of margins.entries()) {
    for (const [other, beside] of margins.entries()) {
      if (one === other) continue
      const fault = shortage(margin, beside, neighboursOf(cells, one, other, margin.targets.length))
      if (fault) throw fault
    }
  }
}

/** Per category of one margin the places in another that its people have. */
function neighboursOf(
  { weights, placeOf }: RakingCells,
  one: number,
  other: number,
  categories: number,
): readonly ReadonlySet<number>[] {
  const neighbours = Array.from({ length: categories }, () => new Set<number>())
  for (const [cell, weight] of weights.entries())
    if (weight > 0) neighbours[placeOf[one]?.[cell] ?? 0]?.add(placeOf[other]?.[cell] ?? 0)
  return neighbours
}

/** With more categories than this, only one and two of them together are looked at. */
const MOST_CATEGORIES = 12

function shortage(margin: Margin, beside: Margin, neighbours: readonly ReadonlySet<number>[]): Error | undefined {
  for (const places of groupsOf(margin.targets.length)) {
    const around = new Set(places.flatMap((place) => [...(neighbours[place] ?? [])]))
    if (around.size === beside.targets.length) continue
    const wanted = sumAt(margin, places)
    const there = sumAt(beside, [...around])
    const others = neighbours.some((own, place) => !places.includes(place) && [...own].some((at) => around.has(at)))
    if (wanted > there * (1 + ROUNDING) || (others && wanted >= there * (1 - ROUNDING)))
      return problem('marginsNotReachable', {
        variable: margin.variable,
        codes: codesAt(margin, places),
        wanted,
        beside: beside.variable,
        besideCodes: codesAt(
          beside,
          [...around].toSorted((a, b) => a - b),
        ),
        there,
      })
  }
  return undefined
}

const ROUNDING = 1e-9

/** Groups of places, the smallest first. */
function groupsOf(size: number): readonly (readonly number[])[] {
  const all = Array.from({ length: size }, (_, place) => place)
  if (size > MOST_CATEGORIES)
    return [...all.map((place) => [place]), ...all.flatMap((a) => all.slice(a + 1).map((b) => [a, b]))]
  const groups = Array.from({ length: 2 ** size - 2 }, (_, at) => all.filter((place) => ((at + 1) >> place) & 1))
  return groups.toSorted((a, b) => a.length - b.length)
}

function sumAt({ targets }: Margin, places: readonly number[]): number {
  return sumOf(places.map((place) => targets[place]?.total ?? 0))
}

function codesAt({ targets }: Margin, places: readonly number[]): readonly number[] {
  return places.map((place) => targets[place]?.code ?? 0)
}
