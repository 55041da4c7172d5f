import { describe, expect, it } from 'vitest'
import type { Answers, Publication, ReportPlan } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { publish } from '@klankbord/reporting'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

const AGES = [
  { code: 1, label: { nl: 'jong' }, to: 50 },
  { code: 2, label: { nl: 'oud' }, from: 50 },
]
const crossed: ReportPlan = {
  questions: ['quick'],
  breakdowns: [{ variable: 'district' }, { variable: 'age', bands: AGES }],
  crossings: [['district', 'age']],
}
const nested: ReportPlan = {
  questions: ['quick'],
  breakdowns: [
    { variable: 'district', within: 'side' },
    {
      variable: 'district',
      as: 'side',
      label: { nl: 'Kant van de stad' },
      merges: [{ code: 9, label: { nl: 'Zuid' }, of: [1, 2] }],
    },
  ],
}
const many = [...people(1, 70, 50), ...people(2, 60, 60), ...people(3, 50, 70)]
const withoutDistrict = (count: number): readonly Answers[] =>
  people(1, count, 0).map(({ district: _, ...answers }) => answers)

async function published(answers: readonly Answers[], plan: ReportPlan): Promise<Publication> {
  return publish(inputOf(answers, { plan }), SOLVING)
}

async function statuses(answers: readonly Answers[], plan: ReportPlan, id: string): Promise<readonly string[]> {
  const { tables } = await published(answers, plan)
  return (tables.find((table) => table.id === id)?.groups ?? []).map((group) =>
    group.status === 'hidden' ? group.reason : 'seen',
  )
}

describe('results by two breakdowns at once', () => {
  it('have a group for each pair, with its code in both', async () => {
    const table = (await published(many, crossed)).tables.find(({ id }) => id === 'quick×district×age')
    expect(table?.by).toMatchObject({ name: 'district×age', crossed: ['district', 'age'] })
    expect(table?.groups.map(({ codes }) => codes)).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
    ])
    expect(table?.groups[1]?.label).toEqual({ nl: 'Noord · oud' })
    expect(table?.groups.every(({ status }) => status !== 'hidden')).toBe(true)
  })

  it('are not shown when one pair has few people, whom the sums would give away', async () => {
    const few = [...many, ...people(3, 3, 0)].filter(
      ({ district, age }, index) => district !== 3 || Number(age) < 50 || index % 20 === 0,
    )
    expect(new Set(await statuses(few, crossed, 'quick×district×age'))).toEqual(new Set(['complementary']))
    expect(await statuses(few, crossed, 'quick×district')).toEqual(['seen', 'seen', 'seen'])
  })

  it('are not shown when few people of one age said no district', async () => {
    const young = withoutDistrict(40).map((answers, index) => ({ ...answers, age: index < 3 ? 20 : 70 }))
    expect(new Set(await statuses([...many, ...young], crossed, 'quick×district×age'))).toEqual(
      new Set(['complementary']),
    )
    const even = withoutDistrict(40).map((answers, index) => ({ ...answers, age: index < 20 ? 20 : 70 }))
    expect(new Set(await statuses([...many, ...even], crossed, 'quick×district×age'))).toEqual(new Set(['seen']))
  })

  it('are refused of what the plan does not split by on its own', async () => {
    const alone = { ...crossed, breakdowns: [{ variable: 'district' }] }
    await expect(published(many, alone)).rejects.toMatchObject({ code: 'crossingNotUsable' })
  })
})

it('crossed and nested results open again from what was stored, with a recipe of each', async () => {
  const crossing = ['side', 'age'] as const
  const plan = {
    ...nested,
    breakdowns: [...nested.breakdowns, { variable: 'age', bands: AGES }],
    crossings: [crossing],
  }
  const publication = await publish(inputOf(many, { plan, keyedDigest: () => 'e'.repeat(64) }), SOLVING)
  expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
  const recipe = publication.recipes?.find(({ figure }) => figure === 'quick×side×age')
  expect(recipe?.input.columns).toEqual(['quick', 'side', 'age'])
  expect(recipe?.breakdowns.map(({ variable }) => variable)).toEqual(['district', 'age'])
})

describe('results by neighbourhood within district', () => {
  it('stand beside each other where both can be shown in full', async () => {
    const { tables } = await published(many, nested)
    const [, fine, coarse] = tables
    expect(fine?.groups.map(({ within }) => within)).toEqual([9, 9, 3])
    expect(coarse?.groups.map(({ code, label }) => [code, label['nl']])).toEqual([
      [9, 'Zuid'],
      [3, 'West'],
    ])
    expect([fine, coarse].flatMap((table) => table?.groups ?? []).every(({ status }) => status !== 'hidden')).toBe(true)
  })

  it('show no neighbourhood when one has few people: its district minus the others would be it', async () => {
    const few = [...people(1, 70, 50), ...people(2, 3, 2), ...people(3, 50, 70)]
    expect(await statuses(few, nested, 'quick×district')).toEqual(['complementary', 'complementary', 'complementary'])
    expect(await statuses(few, nested, 'quick×side')).toEqual(['seen', 'seen'])
  })

  it('are refused where the plan does not say which lies within the other, or codes are taken twice', async () => {
    const [fine, coarse] = nested.breakdowns
    if (!fine || !coarse) throw new Error('the plan has two')
    const unsaid = { ...nested, breakdowns: [{ variable: 'district' }, coarse] }
    await expect(published(many, unsaid)).rejects.toMatchObject({ code: 'breakdownsDoNotNest' })
    const merge = { code: 8, label: { nl: 'Weer Zuid' }, of: [2, 3] }
    const twice = { ...nested, breakdowns: [fine, { ...coarse, merges: [...(coarse.merges ?? []), merge] }] }
    await expect(published(many, twice)).rejects.toMatchObject({ code: 'mergesOverlap' })
  })
})

describe('sixty towns in which few people may say no age, or no district', () => {
  const towns = Array.from({ length: 60 }, (_, seed) =>
    many.map(({ district, age, ...answers }, index): Answers => {
      const place = (index * 7919 + seed * 104729) % 211
      return {
        ...answers,
        ...(place >= seed % 30 && { district: district ?? 1 }),
        ...(place % 53 >= seed % 5 && { age: age ?? 20 }),
      }
    }),
  )

  it('are shown crossed only where everybody whom sums can single out is one of ten or more, or of none', async () => {
    const seen = await Promise.all(
      towns.map(async (answers) => (await statuses(answers, crossed, 'quick×district×age')).includes('seen')),
    )
    const least = towns.map((answers) => {
      const sizes = new Map<string, number>()
      for (const { district, age } of answers) {
        const band = age === undefined ? 'no age' : Number(age) < 50 ? 'young' : 'old'
        const key = JSON.stringify([district ?? null, band])
        sizes.set(key, (sizes.get(key) ?? 0) + 1)
      }
      return Math.min(...sizes.values())
    })
    expect(least.filter((size, town) => seen[town] && size < 10)).toEqual([])
    expect(seen.filter(Boolean).length).toBeGreaterThan(0)
    expect(seen.filter((one) => !one).length).toBeGreaterThan(10)
  })
})
