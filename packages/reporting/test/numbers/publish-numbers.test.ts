import { describe, expect, it } from 'vitest'
import {
  isProblem,
  type Problem,
  type Answers,
  type Publication,
  type ReleasedNumberGroup,
  type ReleasedNumbers,
} from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { publish } from '@klankbord/reporting'
import { SOLVING } from '../solving.ts'
import { neighbours, numbersInput } from './number-survey.ts'

const town = [...neighbours(1, 60), ...neighbours(2, 50), ...neighbours(3, 45), ...neighbours(4, 4)]

describe('a grade that is published as a table', () => {
  it('gets its mean, which its counts say exactly, with the shares of 5 or lower and of 8 or higher', async () => {
    const publication = await published(town)
    const numbers = numbersOf(publication, 'grade')
    const [everybody] = numbers.groups
    const table = publication.tables.find(({ id }) => id === 'grade')?.groups[0]
    expect(numbers).toMatchObject({ measure: 'grade', rounding: 'exact', range: { low: 1, high: 10 } })
    const counts =
      table?.status === 'shown' ? table.cells.map((cell) => (cell.status === 'shown' ? cell.count : -1)) : []
    const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0)
    expect(shown(everybody)).toMatchObject({
      n: 159,
      mean: { estimate: sum / 159 },
      insufficient: { count: counts.slice(0, 5).reduce((all, count) => all + count, 0) },
      good: { count: counts.slice(7).reduce((all, count) => all + count, 0) },
    })
  })

  it('hides the groups that the table hides, small ones and their partners alike', async () => {
    const publication = await published(town)
    const table = publication.tables.find(({ id }) => id === 'grade×district')
    const numbers = numbersOf(publication, 'grade×district')
    expect(numbers.groups.map(({ status }) => status === 'hidden')).toEqual(
      table?.groups.map(({ status }) => status === 'hidden'),
    )
    expect(numbers.groups.filter(({ status }) => status === 'hidden').length).toBeGreaterThan(1)
  })

  it('is marked where a group differs from the others, in one correction with the tables', async () => {
    const low = neighbours(1, 60, (at) => ({ grade: 2 + (at % 4) }))
    const others = [2, 3, 4].flatMap((district) => neighbours(district, 60))
    const publication = await published([...low, ...others])
    const verdicts = numbersOf(publication, 'grade×district').groups.map((group) => shown(group).verdict)
    expect(verdicts[0]).toBe('lower')
    expect(publication.recipe.comparisons.made).toBe(4)
    expect(publication.recipe.comparisons.clear).toBeGreaterThan(0)
  })
})

describe('a number without a table of its answers', () => {
  it('is told by group, rounded, and opens again from what was stored', async () => {
    const plan = { numbers: ['income', 'contact', 'waiting'] }
    const publication = await published(town, plan)
    expect(publication.numbers?.map(({ id }) => id)).toEqual([
      'income',
      'income×district',
      'contact',
      'contact×district',
      'waiting',
      'waiting×district',
    ])
    expect(publication.tables.map(({ id }) => id)).toEqual(['grade', 'grade×district'])
    expect(numbersOf(publication, 'income').rounding).toBe('blurred')
    expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
  })

  it('never hides one group alone, from which everybody minus the others would tell its mean', async () => {
    const publication = await published(town, { numbers: ['income', 'contact'] })
    for (const id of ['income×district', 'contact×district']) {
      const hidden = numbersOf(publication, id).groups.filter(({ status }) => status === 'hidden')
      expect(hidden.length).not.toBe(1)
    }
  })

  it('hides a group of which too few answered this question, whoever they are', async () => {
    const silent = withoutIncome(neighbours(3, 45), 40)
    const people = [...neighbours(1, 60), ...neighbours(2, 50), ...silent]
    const publication = await published(people, { numbers: ['income'] })
    const statuses = numbersOf(publication, 'income×district').groups.map(({ status }) => status)
    expect(statuses[2]).toBe('hidden')
    expect(statuses.filter((status) => status === 'hidden').length).toBeGreaterThan(1)
  })

  it('hides a breakdown in which all of a group gave the same sensitive number', async () => {
    const same = neighbours(3, 45, () => ({ income: 50 }))
    const publication = await published([...neighbours(1, 60), ...neighbours(2, 50), ...same], { numbers: ['income'] })
    expect(numbersOf(publication, 'income').groups[0]?.status).toBe('shown')
    expect(numbersOf(publication, 'income×district').groups.map(({ status }) => status)).toEqual([
      'hidden',
      'hidden',
      'hidden',
      'hidden',
    ])
  })

  it('hides a breakdown of which all who are left beside the shown groups gave the same sensitive number', async () => {
    const left = [...neighbours(3, 12, () => ({ income: 50 })), ...neighbours(4, 4, () => ({ income: 50 }))]
    const publication = await published([...neighbours(1, 60), ...neighbours(2, 50), ...left], { numbers: ['income'] })
    expect(numbersOf(publication, 'income×district').groups.every(({ status }) => status === 'hidden')).toBe(true)
  })

  it('gives alpha of a scale from 30 people on', async () => {
    const alphaOf = async (people: number) =>
      numbersOf(await published(neighbours(1, people), { numbers: ['contact'] }), 'contact').alpha
    expect(await alphaOf(29)).toBeUndefined()
    expect(await alphaOf(30)).toBeTypeOf('number')
  })
})

describe('waiting times', () => {
  it('have a median from twice the least group on, and a ninetieth percentile from ten times', async () => {
    const waits = async (people: number) =>
      shown(numbersOf(await published(neighbours(1, people), { numbers: ['waiting'] }), 'waiting').groups[0])
    expect(await waits(19)).toMatchObject({ median: null, ninetieth: null })
    expect((await waits(40)).median).toBeTypeOf('number')
    expect((await waits(99)).ninetieth).toBeNull()
    expect((await waits(200)).ninetieth).toBeTypeOf('number')
  })

  it('have no mean where somebody still waits', async () => {
    const people = neighbours(1, 80, (at) => ({ still: at < 20 }))
    const [everybody] = numbersOf(await published(people, { numbers: ['waiting'] }), 'waiting').groups
    expect(shown(everybody)).toMatchObject({ n: 80, mean: null })
  })
})

describe('a plan for numbers', () => {
  it('tells the grades among its questions, and scales of which all items are among them, when it names none', async () => {
    const publication = await published(town, { questions: ['grade', 'listened', 'in_time'] })
    const names = new Set(publication.numbers?.map(({ subject }) => subject.name))
    expect([...names]).toEqual(['grade', 'contact'])
  })

  it('tells none when it names an empty list', async () => {
    expect((await published(town, { numbers: [] })).numbers).toBeUndefined()
  })

  it.each([
    ['a choice that has no mean', ['district'], 'numberNotPublishable'],
    ['what does not exist', ['gone'], 'unknownVariable'],
    ['a name twice', ['income', 'income'], 'duplicateInPlan'],
  ])('is refused with %s', async (_what, numbers, code) => {
    const thrown = await problemOf(published(town, { numbers }))
    expect(thrown?.code).toBe(code)
  })
})

describe('a later edition', () => {
  it('is refused when so few more gave a number that its mean would tell of them', async () => {
    const plan = { numbers: ['income'] }
    const silent = withoutIncome(neighbours(3, 45), 5)
    const before = [...neighbours(1, 60), ...neighbours(2, 50), ...silent]
    const first = await published(before, plan)
    const after = [...neighbours(1, 60), ...neighbours(2, 50), ...neighbours(3, 45)]
    const later = { edition: 2, previous: [first], digest: 'e'.repeat(64) }
    const thrown = await problemOf(published(after, plan, later))
    expect(thrown?.code).toBe('editionTooClose')
  })
})

async function problemOf(publishing: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await publishing
  } catch (error) {
    if (isProblem(error)) return error
    throw error
  }
  return undefined
}

async function published(...given: Parameters<typeof numbersInput>): Promise<Publication> {
  return publish(numbersInput(...given), SOLVING)
}

/** The first so many gave no income. */
function withoutIncome(people: readonly Answers[], count: number): readonly Answers[] {
  return people.map(({ income, ...others }, at) =>
    at < count || income === undefined ? others : { ...others, income },
  )
}

function numbersOf({ numbers = [] }: Publication, id: string): ReleasedNumbers {
  const found = numbers.find((one) => one.id === id)
  if (!found) throw new Error(`no numbers ${id} among ${numbers.map((one) => one.id).join(', ')}`)
  return found
}

function shown(group: ReleasedNumberGroup | undefined): Exclude<ReleasedNumberGroup, { status: 'hidden' }> {
  if (!group || group.status === 'hidden') throw new Error('hidden')
  return group
}
