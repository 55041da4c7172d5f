import { describe, expect, inject, it } from 'vitest'
import { protect } from '@klankbord/disclosure'
import { releaseTable } from '../../src/release-table.ts'
import { showAll } from '../../src/pattern.ts'
import { drawFrom, type Draw } from '../random-tables.ts'
import { SOLVING } from '../solving.ts'
import { answersOfHidden, divisionsOf, type Knowledge } from './weight-attacker.ts'
import { countedFamily, type WeighedFamily, type WeighedPeople } from './weighed-family.ts'

const POLICY = { leastGroup: 5, indicativeBelow: 5, sensitiveCell: 1 }

/** What a publication of a family lets be known. */
function knowledgeOf(
  { groups, rest, weights: [one = 1, other = 1] }: WeighedFamily,
  tables: Knowledge['tables'],
): Knowledge {
  const firstClass = [...groups, rest].reduce((sum, [first]) => sum + (first?.[0] ?? 0) + (first?.[1] ?? 0), 0)
  return { tables, weights: [one, other], firstClass, shares: true }
}

const published = async (family: WeighedFamily): Promise<Knowledge> => {
  const { tables, weighing } = countedFamily(family)
  return knowledgeOf(family, (await protect(tables, POLICY, SOLVING, [], [], { weighing })).tables)
}

/** Everything with its shares but some groups, as if nobody had looked at what these tell. */
function unprotected(family: WeighedFamily, hidden: readonly number[] = []): Knowledge {
  const { tables, weighing } = countedFamily(family)
  const released = tables.map((table) => {
    const all = showAll(table)
    const groups = all.groups.map((_, at) => (table.by && hidden.includes(at) ? 'tooFew' : null))
    return releaseTable({ table, classes: weighing.tables.get(table.id) }, { ...all, groups }, [], POLICY)
  })
  return knowledgeOf(family, released)
}

/** How far the number of the first class among a row's people can move. */
function spanOf(group: number, known: Knowledge): number | null {
  const sizes = divisionsOf(group, known)?.map(([yes, no]) => yes + no)
  return sizes ? Math.max(...sizes) - Math.min(...sizes) : null
}

/** Nobody, a few or enough of each answer. */
function peopleFrom(draw: Draw, enough: boolean): WeighedPeople {
  const count = (): number => {
    const kind = enough ? 2 : draw(3)
    return kind === 0 ? 0 : kind === 1 ? 1 + draw(2) : 5 + draw(3)
  }
  return [
    [count(), count()],
    [count(), count()],
  ]
}

const NOBODY: WeighedPeople = [
  [0, 0],
  [0, 0],
]

function familyFrom(seed: number): WeighedFamily {
  const draw = drawFrom(seed)
  const weight = 0.3 + draw(600_000) / 1_000_000
  return {
    groups: Array.from({ length: 3 }, () => peopleFrom(draw, draw(3) > 0)),
    rest: draw(2) === 0 ? NOBODY : peopleFrom(draw, draw(2) === 0),
    weights: [weight, 2 - weight],
  }
}

/** Two people of the first class in the first row. */
const TELLING: WeighedFamily = {
  groups: [
    [
      [1, 1],
      [14, 9],
    ],
    [
      [9, 6],
      [8, 7],
    ],
    [
      [7, 8],
      [6, 9],
    ],
  ],
  rest: [
    [0, 0],
    [0, 0],
  ],
  weights: [0.613, 1.387],
}

/** Bands of age that each lie in one district, weighed by district: the third and the fourth are hidden. */
const HIDDEN_APART: WeighedFamily = {
  groups: [
    [
      [20, 12],
      [0, 0],
    ],
    [
      [18, 15],
      [0, 0],
    ],
    [
      [1, 3],
      [0, 0],
    ],
    [
      [0, 0],
      [4, 5],
    ],
  ],
  rest: NOBODY,
  weights: [0.713, 1.387],
}

/** Somebody who knows the class of each row, too. */
function knowingRows({ groups }: WeighedFamily, known: Knowledge): Knowledge {
  return { ...known, classOfRow: groups.map(([first]) => ((first?.[0] ?? 0) + (first?.[1] ?? 0) > 0 ? 0 : 1)) }
}

/** As `HIDDEN_APART`, with any answers. */
function apartFrom(seed: number): WeighedFamily {
  const draw = drawFrom(seed)
  const weight = 0.3 + draw(600_000) / 1_000_000
  const rowIn = (district: number, [yes, no]: readonly [number, number]): WeighedPeople =>
    district === 0
      ? [
          [yes, no],
          [0, 0],
        ]
      : [
          [0, 0],
          [yes, no],
        ]
  const enough = (): readonly [number, number] => [5 + draw(4), 5 + draw(4)]
  const few = 1 + draw(3)
  return {
    groups: [
      rowIn(0, enough()),
      rowIn(draw(2), enough()),
      rowIn(0, [draw(few + 1), few]),
      rowIn(1, [3 + draw(3), 3 + draw(3)]),
    ],
    rest: NOBODY,
    weights: [weight, 2 - weight],
  }
}

describe('somebody who knows the weights and tries every division of people over them', () => {
  it('finds out who is in a row, where shares stand beside counts unprotected', () => {
    expect(divisionsOf(0, unprotected(TELLING))).toEqual([[1, 1]])
    expect(spanOf(0, { ...unprotected(TELLING), shares: false })).toBeGreaterThan(POLICY.leastGroup - 2)
  })

  it('finds out nothing of it where they are protected', async () => {
    expect(divisionsOf(0, await published(TELLING))).toBeNull()
  })

  it('finds out what a hidden group said, where everybody in each shown row weighs the same', () => {
    const known = knowingRows(HIDDEN_APART, unprotected(HIDDEN_APART, [2, 3]))
    expect(answersOfHidden(known, 2)).toEqual([[1, 3]])
    // From counts alone any answers of four people.
    expect(answersOfHidden({ ...known, shares: false }, 2)).toHaveLength(5)
  })

  it('never finds out what such a group said, where shares are protected', async () => {
    const families = [HIDDEN_APART, ...Array.from({ length: 6 * inject('sampleFactor') }, (_, at) => apartFrom(at + 1))]
    let hidden = 0
    for (const one of families) {
      const known = knowingRows(one, await published(one))
      const after = answersOfHidden(known, 2)
      const before = answersOfHidden({ ...known, shares: false }, 2)
      if (after === null) continue
      hidden += 1
      expect(after.length).toBeGreaterThanOrEqual(Math.min(before?.length ?? 0, POLICY.leastGroup + 1))
    }
    expect(hidden).toBeGreaterThan(0)
  }, 120_000)

  it('never finds few people of a class in a row, nor more of a hidden group than counts tell', async () => {
    let [shown, hidden] = [0, 0]
    const narrowest: number[] = []
    for (let seed = 1; seed <= 15 * inject('sampleFactor'); seed += 1) {
      const one = familyFrom(seed)
      const known = await published(one)
      for (const [at, [first, second]] of one.groups.entries()) {
        const span = spanOf(at, known)
        if (span === null) continue
        shown += 1
        const before = spanOf(at, { ...known, shares: false }) ?? 0
        const sizes = [first, second].map((counts) => (counts?.[0] ?? 0) + (counts?.[1] ?? 0))
        const isSmall = sizes.some((size) => size > 0 && size < POLICY.leastGroup)
        narrowest.push(isSmall ? span - Math.min(before, POLICY.leastGroup - 1) : 0)
      }
      const after = answersOfHidden(known)
      hidden += after && known.tables[1]?.groups.some(({ status }) => status === 'hidden') ? 1 : 0
      expect(after).toEqual(answersOfHidden({ ...known, shares: false }))
    }
    expect(narrowest.filter((room) => room < 0)).toEqual([])
    // The sample has both: rows whose shares are told, and groups that are hidden beside everybody's.
    expect([shown > 5, hidden > 5]).toEqual([true, true])
  }, 120_000)
})
