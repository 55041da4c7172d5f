import { beforeAll, describe, expect, it, inject } from 'vitest'
import type { DisclosurePolicy } from '@klankbord/model'
import { protect } from '@klankbord/disclosure'
import { audit } from '../src/audit/audit.ts'
import { tryEveryWorld } from './attacker.ts'
import { drawFrom, tabulatePeople, type Draw, type Person, type QuestionSpec } from './random-tables.ts'
import { SOLVING } from './solving.ts'

const POLICY: DisclosurePolicy = { leastGroup: 5, indicativeBelow: 6, sensitiveCell: 2 }
const SURVEYS = 150 * inject('sampleFactor')

describe('somebody who tries every table that fits', () => {
  let attacks: readonly Attack[] = []

  beforeAll(async () => {
    const tried = await Promise.all(Array.from({ length: SURVEYS }, (_, seed) => attack(seed + 1)))
    attacks = tried.filter((found) => found !== null)
  })

  it('is tried on enough surveys with something hidden', () => {
    expect(attacks.length).toBeGreaterThan(70)
    expect(attacks.flatMap(({ measured }) => measured).length).toBeGreaterThan(70)
    expect(attacks.filter(({ marginHidden }) => marginHidden).length).toBeGreaterThan(3)
  })

  it('finds no small group and no small sensitive count more closely than the rules allow', () => {
    const tooClose = attacks.flatMap(({ seed, small }) =>
      small.filter(({ width, needed }) => width < needed).map((figure) => ({ seed, ...figure })),
    )
    expect(tooClose).toEqual([])
  })

  it('finds exactly the widths that the audit computed', () => {
    const different = attacks.flatMap(({ seed, measured }) =>
      measured.filter(({ width, found }) => width !== found).map((figure) => ({ seed, ...figure })),
    )
    expect(different).toEqual([])
  })
})

/** Three groups of about the same size, one of them sometimes tiny; one answer rare; few skip or have no group. */
function mixedPeople(draw: Draw, options: number): readonly Person[] {
  const tiny = draw(3) === 0
  const stray = draw(3) === 0
  const skips = draw(2) === 0
  const rare = 3 + draw(12)
  return Array.from({ length: 16 + draw(40) }, () => {
    const group = stray && draw(12) === 0 ? 0 : tiny && draw(4) > 0 ? 1 + draw(2) : 1 + draw(3)
    const answer = draw(rare) === 0 ? options - 1 : draw(options - 1)
    return { groups: [group], answers: [[draw(2)], skips && draw(8) === 0 ? null : [answer]] }
  })
}

interface Attack {
  readonly seed: number
  readonly marginHidden: boolean
  /** Figures that must stay uncertain, with what the attacker found. */
  readonly small: readonly { readonly figure: string; readonly width: number; readonly needed: number }[]
  /** Figures that the audit measured, too. */
  readonly measured: readonly { readonly cell: string; readonly width: number; readonly found: number }[]
}

async function attack(seed: number): Promise<Attack | null> {
  const draw = drawFrom(seed)
  const questions: readonly QuestionSpec[] = [
    { name: 'a', options: 2, sensitive: false, kind: 'single' },
    { name: 'b', options: 2 + draw(2), sensitive: true, kind: 'single' },
  ]
  const people = mixedPeople(draw, questions[1]?.options ?? 2)
  const tables = tabulatePeople(people, questions, [3])
  const { tables: released } = await protect(tables, POLICY, SOLVING)
  const [, sizes, everybody, attacked] = released
  const counted = tables[3]
  if (!sizes || !everybody || !attacked || !counted) return null
  if (everybody.groups[0]?.status === 'hidden' || attacked.groups.every((group) => group.status === 'hidden'))
    return null
  const spans = tryEveryWorld(sizes, [everybody, attacked], POLICY)
  if (!spans) return null
  const widthOf = (key: string): number => {
    const span = spans.get(key)
    return span ? span.most - span.least : -1
  }
  const never = (group: number): boolean => sizes.groups[group]?.status === 'hidden'
  const small = counted.groups.flatMap((_, group) => [
    ...(never(group) &&
    (counted.bases[group]?.total ?? 0) < POLICY.leastGroup &&
    sizes.groups.some(({ status }) => status !== 'hidden')
      ? [{ figure: `${group}`, width: widthOf(`${group}`), needed: POLICY.leastGroup - 1 }]
      : []),
    ...(counted.counts[group] ?? []).flatMap((count, column) =>
      count > 0 && count <= POLICY.sensitiveCell && !never(group)
        ? [{ figure: `${group}/${column}`, width: widthOf(`${group}/${column}`), needed: POLICY.sensitiveCell - 1 }]
        : [],
    ),
  ])
  const measured = audit(tables, released, POLICY).flatMap(({ cell, width, table }) => {
    const [, size] = /^size of group (\d+)$/.exec(cell) ?? []
    const [, group, category] = /^group (\d+), category (\d+)$/.exec(cell) ?? []
    if (size && table === 'b0') return [{ cell, width, found: widthOf(`${Number(size) - 1}`) }]
    if (group && table === attacked.id)
      return [{ cell, width, found: widthOf(`${Number(group) - 1}/${Number(category) - 1}`) }]
    const [, column] = /^category (\d+)$/.exec(cell) ?? []
    return column && table === 'b' ? [{ cell, width, found: widthOf(`everybody/${Number(column) - 1}`) }] : []
  })
  const marginHidden = everybody.groups.some(
    (group) => group.status !== 'hidden' && group.cells.some((cell) => cell.status === 'hidden'),
  )
  return { seed, marginHidden, small, measured }
}
