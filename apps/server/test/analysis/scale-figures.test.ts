import { expect, it } from 'vitest'
import { scaleFigures } from '../../src/analysis/scale-figures.ts'
import { compiled, datasetOf, type Given } from './answered-round.ts'

const ITEMS = ['quick', 'kind', 'clear']
const rating = (name: string) => ({ type: 'rating', name, title: `Hoe ${name}?`, rateMin: 1, rateMax: 5 })
const grade = { type: 'rating', name: 'recommend', title: 'Raadt u ons aan?', rateMin: 0, rateMax: 10 }
const QUESTIONNAIRE = compiled({
  title: 'Hulp',
  pages: [{ name: 'een', elements: [...ITEMS.map(rating), grade] }],
  scales: [
    { name: 'care', title: 'Zorg', method: 'mean', items: ITEMS, reversed: ['clear'], minimumAnswered: 0.6 },
    { name: 'nps', title: 'Aanraden', method: 'netPromoter', items: ['recommend'], reversed: [], minimumAnswered: 1 },
  ],
})

/** Answers that go together and then some: clear is asked the other way round. */
const ANSWERS: readonly (readonly (number | null)[])[] = [
  [5, 4, 1, 9],
  [4, 4, 2, 10],
  [2, 1, 5, 3],
  [3, 3, 2, 7],
  [1, 2, 4, 0],
  [5, 5, 1, 9],
  [4, null, 3, 8],
  [null, null, 2, null],
]
const given = ANSWERS.map((row): Given => {
  const named = [...ITEMS, 'recommend'].map((name, at) => [name, row[at] ?? null] as const)
  return Object.fromEntries(named.filter(([, value]) => value !== null))
})
const DATASET = datasetOf(QUESTIONNAIRE, given)
const [care, nps] = scaleFigures(DATASET, QUESTIONNAIRE, null)

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
const variance = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + (one - mean(values)) ** 2, 0) / (values.length - 1)

/** Cronbach's alpha as textbooks have it, from variances of items and of their sum. */
function alphaByHand(rows: readonly (readonly number[])[]): number {
  const k = rows[0]?.length ?? 0
  const items = Array.from({ length: k }, (_, at) => variance(rows.map((row) => row[at] ?? 0)))
  const sums = variance(rows.map((row) => row.reduce((sum, one) => sum + one, 0)))
  return (k / (k - 1)) * (1 - items.reduce((sum, one) => sum + one, 0) / sums)
}

const complete = ANSWERS.slice(0, 6).map(([quick, kind, clear]) => [quick ?? 0, kind ?? 0, 6 - (clear ?? 0)])

it('finds alpha, and alpha without each item, as textbooks work them out over who answered all of them', () => {
  expect(care).toMatchObject({ name: 'care', complete: 6 })
  expect(care?.listwise.alpha).toBeCloseTo(alphaByHand(complete), 12)
  const without = ITEMS.map((_, item) => alphaByHand(complete.map((row) => row.filter((__, at) => at !== item))))
  for (const [at, alpha] of without.entries()) expect(care?.items[at]?.listwise.alphaIfDropped).toBeCloseTo(alpha, 12)
  expect(care?.items.map(({ variable, reversed }) => [variable, reversed])).toEqual([
    ['quick', false],
    ['kind', false],
    ['clear', true],
  ])
})

it('scores who answered enough items, with an interval around the mean, and says who is at the ends', () => {
  const scores = [...complete.map(mean), mean([4, 3])]
  const score = care?.score ?? { notComputed: 'noAnswers' }
  expect(score).toMatchObject({ n: 7 })
  expect(Reflect.get(score, 'estimate')).toBeCloseTo(mean(scores), 12)
  expect(care?.sd).toBeCloseTo(Math.sqrt(variance(scores)), 12)
  const { low, high } = Reflect.get(score, 'interval') as { readonly low: number; readonly high: number }
  // Student's t on 6 degrees of freedom, from a printed table.
  expect((high - low) / 2).toBeCloseTo(2.4469 * Math.sqrt(variance(scores) / 7), 3)
  expect(care?.ends).toMatchObject({ lowest: 1, highest: 5, floor: { count: 0 }, ceiling: { count: 1, n: 7 } })
})

it('is surer of a small town of which nearly everybody answered', () => {
  const [inTown] = scaleFigures(DATASET, QUESTIONNAIRE, 9)
  const widthOf = (score: unknown): number => {
    const { low, high } = Reflect.get(score as object, 'interval') as { readonly low: number; readonly high: number }
    return high - low
  }
  expect(widthOf(inTown?.score) / widthOf(care?.score)).toBeCloseTo(Math.sqrt(1 - 7 / 9), 9)
})

it('gives a net promoter score its standard error beside its mean, and says why one item has no alpha', () => {
  expect(nps?.listwise.alpha).toEqual({ notComputed: 'tooFewItems' })
  // Three of seven promote, two of seven do not.
  expect(nps?.netPromoter).toMatchObject({ n: 7, promoters: 3 / 7, detractors: 2 / 7 })
  expect(Reflect.get(nps?.netPromoter ?? {}, 'standardError')).toBeGreaterThan(0)
  expect(care?.netPromoter).toBeUndefined()
})
