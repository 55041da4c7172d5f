import { chanceOf } from './chance-of.ts'
import type { FrameRow } from './sampling-frame.ts'

/** Somebody who may be drawn, and the chance of having come so far. */
export interface Candidate {
  readonly id: string
  readonly stratum: string
  /** One over the people of the household who could have been chosen. */
  readonly probability: number
}

/** Everybody, as if each lived alone. */
export function everyPerson(rows: readonly FrameRow[]): readonly Candidate[] {
  return rows.map(({ id, stratum }) => ({ id, stratum, probability: 1 }))
}

/** Of the people at one address the one with the lowest chance number; who has no known household stays. */
export function onePerHousehold(rows: readonly FrameRow[], seed: string): readonly Candidate[] {
  const alone = rows.filter(({ household }) => household === null)
  const chosen = [...householdsOf(rows).values()].map((members): Candidate => {
    const [first] = members
      .map((row) => ({ row, chance: chanceOf(seed, 'household', row.id) }))
      .toSorted((a, b) => (a.chance < b.chance ? -1 : 1))
    const { id, stratum } = (first as NonNullable<typeof first>).row
    return { id, stratum, probability: 1 / members.length }
  })
  return [...everyPerson(alone), ...chosen]
}

/** How many households have people in more than one stratum. */
export function householdsInSeveralStrata(rows: readonly FrameRow[]): number {
  const households = [...householdsOf(rows).values()]
  return households.filter((members) => new Set(members.map(({ stratum }) => stratum)).size > 1).length
}

function householdsOf(rows: readonly FrameRow[]): ReadonlyMap<string, readonly FrameRow[]> {
  const households = new Map<string, FrameRow[]>()
  for (const row of rows) {
    if (row.household === null) continue
    const members = households.get(row.household)
    if (members) members.push(row)
    else households.set(row.household, [row])
  }
  return households
}
