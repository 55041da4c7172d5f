import type { CountTable, Group, Split } from '@klankbord/model'
import { randomPeople, tabulatePeople, type Draw, type Person, type QuestionSpec } from '../random-tables.ts'

/** How many groups each breakdown has: districts, kinds of support, and neighbourhoods in each district. */
export interface Places {
  readonly districts: number
  readonly supports: number
  readonly inEach: number
}

/**
 * People by district (b0), by kind of support (b1), by neighbourhood within the district (b2), and by districts and neighbourhoods
 * crossed with support (b3, b4).
 */
export function joinedTables(
  draw: Draw,
  most: number,
  questions: readonly QuestionSpec[],
  places: Places,
): readonly CountTable[] {
  const { districts, supports, inEach } = places
  const people = randomPeople(draw, most, questions, [districts, supports]).map((person): Person => {
    const [district = 0, support = 0] = person.groups
    const neighbourhood = district === 0 || draw(30) === 0 ? 0 : (district - 1) * inEach + 1 + draw(inEach)
    const crossed = (place: number): number => (place === 0 || support === 0 ? 0 : (place - 1) * supports + support)
    return { ...person, groups: [district, support, neighbourhood, crossed(district), crossed(neighbourhood)] }
  })
  const sizes = [districts, supports, districts * inEach, districts * supports, districts * inEach * supports]
  return tabulatePeople(people, questions, sizes).map((table) => (table.by ? joined(table, table.by, places) : table))
}

function joined(table: CountTable, by: Split, { supports, inEach }: Places): CountTable {
  const crossed = (axis: 'b0' | 'b2'): CountTable => ({
    ...table,
    by: { ...by, crossed: [axis, 'b1'] },
    groups: withEach(table.groups, (place) => ({
      codes: [Math.floor(place / supports) + 1, (place % supports) + 1] as const,
    })),
  })
  if (by.name === 'b3') return crossed('b0')
  if (by.name === 'b4') return crossed('b2')
  if (by.name !== 'b2') return table
  return {
    ...table,
    by: { ...by, within: 'b0' },
    groups: withEach(table.groups, (place) => ({ within: Math.floor(place / inEach) + 1 })),
  }
}

function withEach(groups: readonly Group[], more: (place: number) => Partial<Group>): readonly Group[] {
  return groups.map((group, place) => ({ ...group, ...more(place) }))
}
