import { beforeAll, describe, expect, it, inject } from 'vitest'
import type { CountTable, DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import { protect, type Routing } from '@klankbord/disclosure'
import { tryEveryWorld, type Row } from './attacker.ts'
import { drawFrom, tabulatePeople, type Draw, type Person, type QuestionSpec } from './random-tables.ts'
import { SOLVING } from './solving.ts'

const POLICY: DisclosurePolicy = { leastGroup: 5, indicativeBelow: 6, sensitiveCell: 2 }
const SURVEYS = 300 * inject('sampleFactor')

const BY_ANSWER: Routing = { question: 'f', on: ['v'], sensitive: true, condition: '{v} = 1', follows: 'v' }
const BY_GROUP: Routing = { question: 'f', on: ['b0'], sensitive: false, condition: '{b0} < 3', follows: 'b0' }

interface Survey {
  readonly seed: number
  readonly tables: readonly CountTable[]
  readonly routing: Routing
}

/** A figure that must stay uncertain, with what the attacker found. */
interface Small {
  readonly seed: number
  readonly figure: string
  readonly width: number
  readonly needed: number
}

function surveyOf(seed: number): Survey {
  const draw = drawFrom(seed)
  const routing = draw(2) === 0 ? BY_ANSWER : BY_GROUP
  const questions: readonly QuestionSpec[] = [
    { name: 'a', options: 2, sensitive: false, kind: 'single' },
    { name: 'v', options: 3, sensitive: true, kind: 'single' },
    { name: 'f', options: 2, sensitive: false, kind: 'single' },
  ]
  return { seed, routing, tables: tabulatePeople(routedPeople(draw, routing), questions, [3]) }
}

/** One group often tiny, one answer rare; the last question is asked on the first answer, or in two of the groups. */
function routedPeople(draw: Draw, routing: Routing): readonly Person[] {
  const tiny = draw(2) === 0
  const rare = 4 + draw(12)
  return Array.from({ length: 16 + draw(32) }, (): Person => {
    const group = tiny && draw(4) > 0 ? 2 + draw(2) : 1 + draw(3)
    const answer = draw(rare) === 0 ? 2 : draw(2)
    const asked = routing === BY_ANSWER ? answer === 0 : group < 3
    return { groups: [group], answers: [[draw(2)], [answer], asked ? [draw(2)] : 'notAsked'] }
  })
}

/** What the bases of the last question say of a world. */
function toldBy(whole: ReleasedTable | undefined, split: ReleasedTable | undefined, routing: Routing) {
  const askedIn = (table: ReleasedTable | undefined) =>
    (table?.groups ?? []).map((group) => (group.status === 'hidden' ? null : group.base.asked))
  const [everybody] = askedIn(whole)
  const rows = askedIn(split)
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
  return (world: readonly Row[]): boolean => {
    const asked = world.map((row, group) => (routing === BY_ANSWER ? (row[0] ?? 0) : group < 2 ? sum(row) : 0))
    return (
      (everybody === null || everybody === undefined || sum(asked) === everybody) &&
      rows.every((known, group) => known === null || known === asked[group])
    )
  }
}

function attack({ seed, tables, routing }: Survey, released: readonly ReleasedTable[]): readonly Small[] | null {
  const [, sizes, everybody, attacked, whole, split] = released
  const [, , all, counted] = tables
  if (!sizes || !everybody || !attacked || !all || !counted || everybody.groups[0]?.status === 'hidden') return null
  const spans = tryEveryWorld(sizes, [everybody, attacked], POLICY, 15_000, toldBy(whole, split, routing))
  if (!spans) return null
  const width = (figure: string): number => {
    const span = spans.get(figure)
    return span ? span.most - span.least : -1
  }
  const cells = (table: CountTable, group: number, name: string): readonly Small[] =>
    (table.counts[group] ?? []).flatMap((count, column) => {
      const figure = `${name}/${column}`
      return count > 0 && count <= POLICY.sensitiveCell
        ? [{ seed, figure, width: width(figure), needed: POLICY.sensitiveCell - 1 }]
        : []
    })
  const anyShown = sizes.groups.some(({ status }) => status !== 'hidden')
  const groups = counted.groups.flatMap((_, group): readonly Small[] => {
    if (sizes.groups[group]?.status !== 'hidden') return cells(counted, group, `${group}`)
    const total = counted.bases[group]?.total ?? 0
    if (total >= POLICY.leastGroup || !anyShown) return []
    return [{ seed, figure: `${group}`, width: width(`${group}`), needed: POLICY.leastGroup - 1 }]
  })
  return [...cells(all, 0, 'everybody'), ...groups]
}

describe('somebody who tries every table that fits and knows who is asked what', () => {
  let surveys: readonly Survey[] = []

  beforeAll(() => {
    surveys = Array.from({ length: SURVEYS }, (_, seed) => surveyOf(seed + 1))
  })

  const attackAll = async (routings: (survey: Survey) => readonly Routing[]): Promise<readonly Small[]> => {
    const attacks = surveys.map(async (survey) => {
      const { tables } = await protect(survey.tables, POLICY, SOLVING, routings(survey))
      return attack(survey, tables) ?? []
    })
    return (await Promise.all(attacks)).flat()
  }

  it('finds small figures where nobody thought of routing, along answers and along groups', async () => {
    const close = (await attackAll(() => [])).filter(({ width, needed }) => width < needed)
    const seeds = new Set(close.map(({ seed }) => seed))
    const leaks = surveys.filter(({ seed }) => seeds.has(seed)).map(({ routing }) => routing)
    expect(leaks.filter((routing) => routing === BY_ANSWER).length).toBeGreaterThan(5)
    expect(leaks.filter((routing) => routing === BY_GROUP).length).toBeGreaterThan(2)
  })

  it('finds none more closely than the rules allow where routing is known', async () => {
    const found = await attackAll(({ routing }) => [routing])
    expect(found.length).toBeGreaterThan(40)
    expect(found.filter(({ width, needed }) => width < needed)).toEqual([])
  })

  it('never has a publication refused: what the audit would find is hidden before', async () => {
    const odd: readonly Routing[] = [
      { ...BY_ANSWER, question: 'a', on: ['b0', 'v'], follows: null },
      { ...BY_GROUP, question: 'v', on: ['a'], condition: '{a} = 1', follows: 'a' },
      { ...BY_GROUP, question: 'b0', on: ['a'], condition: '{a} = 1', follows: 'a' },
      { ...BY_ANSWER, on: ['unpublished'], follows: 'unpublished' },
    ]
    for (const { tables, routing } of surveys) {
      for (const other of odd)
        await expect(protect(tables, POLICY, SOLVING, [routing, other])).resolves.toMatchObject({})
    }
  })

  it('still reads the follow-up of many surveys', async () => {
    const statuses = surveys.map(async ({ tables, routing }) => {
      const outcome = await protect(tables, POLICY, SOLVING, [routing])
      return outcome.tables.find(({ id }) => id === 'f')?.groups[0]?.status
    })
    expect((await Promise.all(statuses)).filter((status) => status !== 'hidden').length).toBeGreaterThan(10)
  })
})
