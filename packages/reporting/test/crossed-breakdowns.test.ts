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

  it('hide the pair with few people, and of each sum that would give it away one pair more', async () => {
    const few = [...many, ...people(3, 3, 0)].filter(
      ({ district, age }, index) => district !== 3 || Number(age) < 50 || index % 20 === 0,
    )
    const found = await statuses(few, crossed, 'quick×district×age')
    expect(found.filter((status) => status === 'tooFew')).toHaveLength(1)
    expect(found.filter((status) => status === 'complementary')).toHaveLength(3)
    expect(await statuses(few, crossed, 'quick×district')).toEqual(['seen', 'seen', 'seen'])
  })

  it('go whole where hardly any pair could be shown, and say of none why', async () => {
    const few = many.filter(({ age }, index) => Number(age) < 50 || index % 20 === 0)
    const found = await statuses(few, crossed, 'quick×district×age')
    expect(new Set(found)).toEqual(new Set(['complementary']))
    expect(await statuses(few, crossed, 'quick×district')).toContain('seen')
  })

  it('hide who could be told from few people of one age who said no district', async () => {
    const young = withoutDistrict(40).map((answers, index) => ({ ...answers, age: index < 3 ? 20 : 70 }))
    expect(await statuses([...many, ...young], crossed, 'quick×district×age')).toContain('complementary')
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

  it('hide a neighbourhood with few people and the other of its district, of which it would be the rest', async () => {
    const few = [...people(1, 70, 50), ...people(2, 3, 2), ...people(3, 50, 70)]
    expect(await statuses(few, nested, 'quick×district')).toEqual(['complementary', 'tooFew', 'seen'])
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

  it('leave everybody whom sums can single out one of as many as the rules ask for, or of nobody', async () => {
    const publications = await Promise.all(towns.map((answers) => published(answers, crossed)))
    const tooClose = await Promise.all(
      publications.map((publication, town) => singledOut(towns[town] ?? [], publication)),
    )
    expect(tooClose.flat()).toEqual([])
    const groups = publications.map(({ tables }) => tables.find(({ id }) => id === 'quick×district×age')?.groups ?? [])
    const partly = groups.filter((own) => new Set(own.map(({ status }) => status === 'hidden')).size === 2)
    expect(partly.length).toBeGreaterThan(10)
  })
})

/**
 * Every pair of a district, or none, and an age, or none, as one unknown number, with each sum that readers see: pairs of one to nine
 * people that they can tell to within less than nine.
 */
async function singledOut(answers: readonly Answers[], { tables }: Publication): Promise<readonly string[]> {
  const districts = [1, 2, 3, null]
  const ages = [1, 2, null]
  const sizes = (by: string): ReadonlyMap<string, number> =>
    new Map(
      (tables.find(({ id }) => id === `quick×${by}`)?.groups ?? []).flatMap((group) =>
        group.status === 'hidden' ? [] : [[String(group.codes ?? group.code), group.base.total] as const],
      ),
    )
  const [byDistrict, byAge, byBoth] = [sizes('district'), sizes('age'), sizes('district×age')]
  const bandOf = (age: unknown): number | null => (age === undefined ? null : Number(age) < 50 ? 1 : 2)
  const pairs = districts.flatMap((district) => ages.map((age) => ({ district, age })))
  const sizeOf = ({ district, age }: { district: number | null; age: number | null }): number =>
    answers.filter((one) => (one['district'] ?? null) === district && bandOf(one['age']) === age).length
  const cell = (value: number, isShown: boolean) => ({
    id: '',
    value,
    low: isShown ? value : 0,
    high: isShown ? value : Infinity,
    cost: 0,
  })
  const cells = [
    ...pairs.map((pair) => cell(sizeOf(pair), byBoth.has(String([pair.district, pair.age])))),
    ...districts.map((district) =>
      cell(sumOf(pairs.filter((pair) => pair.district === district).map(sizeOf)), byDistrict.has(String(district))),
    ),
    ...ages.map((age) => cell(sumOf(pairs.filter((pair) => pair.age === age).map(sizeOf)), byAge.has(String(age)))),
    cell(answers.length, true),
  ]
  const among = (isIn: (pair: { district: number | null; age: number | null }) => boolean): readonly number[] =>
    pairs.flatMap((pair, place) => (isIn(pair) ? [place] : []))
  const relations = [
    ...districts.map((district, at) => ({ total: 12 + at, parts: among((pair) => pair.district === district) })),
    ...ages.map((age, at) => ({ total: 16 + at, parts: among((pair) => pair.age === age) })),
    { total: 19, parts: pairs.map((_, place) => place) },
  ]
  const hidden = cells.flatMap(({ low, high }, place) => (low === high ? [] : [place]))
  const few = pairs.flatMap((pair, place) => (sizeOf(pair) > 0 && sizeOf(pair) < 10 ? [place] : []))
  const ranges = await SOLVING.ranges({
    cells,
    relations,
    hidden,
    wanted: few.map((place) => ({ cell: place, enough: null })),
  })
  return ranges.flatMap(({ cell: place, least, most }) =>
    most - least < 9 ? [`${JSON.stringify(pairs[place])}: ${least} to ${most}`] : [],
  )
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
