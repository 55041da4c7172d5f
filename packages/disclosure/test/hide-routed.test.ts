import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type CountTable, type ReleasedTable } from '@klankbord/model'
import { compareEditions, protect, type Routing } from '@klankbord/disclosure'
import { audit } from '../src/audit/audit.ts'
import { subjectOf, tabulatePeople, type Person, type QuestionSpec } from './random-tables.ts'
import { SOLVING } from './solving.ts'

/** So many people of a district who chose option `v`, and answer a follow-up when their option sends them there. */
interface Crowd {
  readonly people: number
  readonly district?: number
  readonly v?: number
  readonly asked?: boolean
}

const SENSITIVE: QuestionSpec = { name: 'addict', options: 3, sensitive: true, kind: 'single' }
const PLAIN: QuestionSpec = { ...SENSITIVE, name: 'helped', sensitive: false }
const FOLLOW: QuestionSpec = { name: 'follow', options: 2, sensitive: false, kind: 'single' }

function tablesOf(crowds: readonly Crowd[], first: QuestionSpec, breakdowns: readonly number[]): readonly CountTable[] {
  const people = crowds.flatMap(({ people: size, district = 1, v = 0, asked = v === 0 }) =>
    Array.from({ length: size }, (_, index): Person => ({
      groups: [district],
      answers: [[v], asked ? [index % 2] : 'notAsked'],
    })),
  )
  return tabulatePeople(people, [first, FOLLOW], breakdowns)
}

function routed(on: string, sensitive = false, changes: Partial<Routing> = {}): Routing {
  return { question: 'follow', on: [on], sensitive, condition: `{${on}} = 1`, follows: on, ...changes }
}

function shownIn(tables: readonly ReleasedTable[]): readonly string[] {
  return tables.filter(({ groups }) => groups.some(({ status }) => status !== 'hidden')).map(({ id }) => id)
}

async function release(
  tables: readonly CountTable[],
  ...routings: readonly Routing[]
): Promise<readonly ReleasedTable[]> {
  return (await protect(tables, DEFAULT_POLICY, SOLVING, routings)).tables
}

/** What the audit finds when nobody thought of routing while hiding. */
async function foundIn(tables: readonly CountTable[], ...routings: readonly Routing[]): Promise<readonly string[]> {
  return audit(tables, await release(tables), DEFAULT_POLICY, routings)
    .filter(({ width, needed }) => width < needed)
    .map(({ table, cell }) => `${table}: ${cell}`)
}

const threeAddicts = [{ people: 50 }, { people: 3, v: 1 }, { people: 60, v: 2 }]

describe('somebody who subtracts who was asked a follow-up', () => {
  it('does not find the three who gave a sensitive answer', async () => {
    const tables = tablesOf(threeAddicts, SENSITIVE, [])
    expect(shownIn(await release(tables))).toEqual(['addict', 'follow'])
    expect(await foundIn(tables, routed('addict', true))).toContain('follow: who was asked follow (base)')
    expect(shownIn(await release(tables, routed('addict', true)))).toEqual(['addict'])
  })

  it('does not find them where the question itself is not published', async () => {
    const tables = tablesOf([{ people: 110 }, { people: 3, v: 1 }], SENSITIVE, []).slice(1)
    expect(await foundIn(tables, routed('addict', true))).toEqual(['follow: who was asked follow (few)'])
    expect(shownIn(await release(tables, routed('addict', true)))).toEqual([])
  })

  it('does not learn that everyone gave the sensitive answer', async () => {
    const tables = tablesOf([{ people: 113 }], SENSITIVE, []).slice(1)
    expect(shownIn(await release(tables, routed('addict', true)))).toEqual([])
  })

  it('does not subtract one follow-up from another', async () => {
    const crowds = [{ people: 50 }, { people: 3, v: 1, asked: true }, { people: 60, v: 2 }]
    const other = tablesOf(threeAddicts, SENSITIVE, []).slice(1)
    const tables = [
      ...tablesOf(crowds, SENSITIVE, []).slice(1),
      ...other.map((table) => ({ ...table, id: 'more', subject: subjectOf('more', false) })),
    ]
    const wide = routed('addict', true, { condition: '{addict} < 3' })
    const narrow = routed('addict', true, { question: 'more' })
    expect(await foundIn(tables, wide, narrow)).toHaveLength(2)
    expect(shownIn(await release(tables, wide, narrow))).toEqual([])
    expect(shownIn(await release(tables, wide, { ...narrow, condition: wide.condition }))).toEqual(['follow', 'more'])
  })

  it('does not find the size of a district with six people', async () => {
    const crowds = [60, 6, 14, 50].map((people, index) => ({ people, district: index + 1, asked: index < 2 }))
    const tables = tablesOf(crowds, PLAIN, [4])
    const routing = routed('b0', false, { condition: '{b0} < 3' })
    expect(await foundIn(tables, routing)).toContain('follow: who was asked follow (base)')
    expect(shownIn(await release(tables, routing))).toEqual(['helped', 'helped×b0'])
  })

  it('does not get at it along a question between', async () => {
    const tables = tablesOf(threeAddicts, SENSITIVE, [])
    const routing = routed('between', true, { on: ['addict', 'between'], follows: null })
    expect(shownIn(await release(tables, routing))).toEqual(['addict'])
  })

  it('does not read it from the groups of a routed breakdown', async () => {
    const crowds = [
      { people: 30, district: 1 },
      { people: 20, district: 2 },
      { people: 3, district: 0, v: 1 },
      { people: 60, district: 0, v: 2 },
    ]
    const tables = tablesOf(crowds, SENSITIVE, [2]).filter(({ id }) => id !== 'follow' && id !== 'follow×b0')
    const more = tablesOf(crowds, PLAIN, [2]).slice(0, 2)
    const routing = routed('addict', true, { question: 'b0' })
    expect(await foundIn([...tables, ...more], routing)).toContain('helped×b0: who was asked b0 (groups)')
    expect(shownIn(await release([...tables, ...more], routing))).toEqual(['addict', 'helped'])
  })
})

describe('a follow-up that tells nothing more', () => {
  const crowds = [1, 2].flatMap((district) => [
    { people: 40, district },
    { people: 30, district, v: 1 },
  ])

  it('is shown beside a question that is shown in full', async () => {
    const tables = tablesOf(crowds, PLAIN, [2])
    expect(shownIn(await release(tables, routed('helped')))).toEqual(['helped', 'helped×b0', 'follow', 'follow×b0'])
  })

  it('is shown for everybody where only the groups of the other question have something hidden', async () => {
    const tables = tablesOf([...crowds, { people: 4, district: 3 }], PLAIN, [3])
    expect(shownIn(await release(tables, routed('helped')))).toEqual(['helped', 'helped×b0', 'follow'])
  })

  it('is shown by group in full or not at all', async () => {
    const few = [...crowds, { people: 40, district: 3, v: 1 }, { people: 4, district: 3 }]
    const tables = tablesOf(few, PLAIN, [3])
    expect(shownIn(await release(tables))).toContain('follow×b0')
    expect(shownIn(await release(tables, routed('helped')))).toEqual(['helped', 'helped×b0', 'follow'])
  })

  it('is shown after a sensitive question of which nothing is published, where many were asked and many were not', async () => {
    const tables = tablesOf(crowds, SENSITIVE, [2]).slice(2)
    expect(shownIn(await release(tables, routed('addict', true)))).toEqual(['follow', 'follow×b0'])
  })
})

describe('a second edition', () => {
  it('may not add the follow-up of a question of which the first hides something', async () => {
    const tables = tablesOf(threeAddicts, SENSITIVE, [])
    const [first, second] = [await release(tables.slice(0, 1)), await release(tables.slice(1), routed('addict', true))]
    expect(shownIn(second)).toEqual(['follow'])
    const found = compareEditions(first, second, DEFAULT_POLICY, [routed('addict', true)])
    expect(found.map(({ code }) => code)).toEqual(['editionTooClose'])
    expect(compareEditions(second, first, DEFAULT_POLICY, [routed('addict', true)])).toHaveLength(1)
  })
})
