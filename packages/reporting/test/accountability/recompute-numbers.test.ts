import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Answers, Publication } from '@klankbord/model'
import { sealPublication } from '@klankbord/disclosure'
import { changedPublication } from '@klankbord/testing/sample-publication'
import { publish, recompute, type RecomputedFigure } from '@klankbord/reporting'
import { neighbours, numberQuestionnaire, numbersInput } from '../numbers/number-survey.ts'
import { SOLVING } from '../solving.ts'
import { datasetOf } from '../survey-builder.ts'

const keyedDigest = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex')
const plan = {
  questions: ['grade', 'listened', 'in_time'],
  breakdowns: [{ variable: 'district' }],
  numbers: ['grade', 'contact', 'waiting'],
}
const lower = (at: number): Answers => ({ grade: 2 + (at % 4) })
const answers = [...neighbours(1, 50), ...neighbours(2, 60, lower), ...neighbours(3, 40), ...neighbours(4, 7)]
const published = (changes: object = {}): Promise<Publication> =>
  publish(numbersInput(answers, plan, { keyedDigest, ...changes }), SOLVING)

const again = (publication: Publication, now: readonly Answers[] | null): readonly RecomputedFigure[] =>
  recompute(publication, {
    dataset: now && datasetOf(numberQuestionnaire(), now),
    questionnaire: numberQuestionnaire(),
    keyedDigest,
    earlier: [],
  })

const NUMBERS = ['grade', 'grade×district', 'contact', 'contact×district', 'waiting', 'waiting×district']
const ofNumbers = (figures: readonly RecomputedFigure[]): readonly string[] =>
  figures.slice(-NUMBERS.length).map(({ outcome, why }) => (why === null ? outcome : `${outcome}: ${why}`))

describe('every number of a publication is made again', () => {
  it('and comes out the same from the same answers, whatever their order, with its verdicts', async () => {
    const publication = await published()
    const told = publication.numbers ?? []
    expect(told.map(({ id }) => id)).toEqual(NUMBERS)
    expect(told.flatMap(({ groups }) => groups.map(({ status }) => status))).toContain('hidden')
    const verdicts = told.flatMap(({ groups }) =>
      groups.map((group) => (group.status === 'hidden' ? '' : group.verdict)),
    )
    expect(verdicts).toContain('lower')
    const figures = again(publication, answers.toReversed())
    expect(figures.slice(-NUMBERS.length).map(({ figure }) => figure)).toEqual(NUMBERS.map((id) => `number:${id}`))
    expect([...new Set(figures.map(({ outcome }) => outcome))]).toEqual(['same'])
  })

  it('and with the weights that it was published with', async () => {
    const frame = {
      population: 900,
      invited: 900,
      source: { nl: 'Cliënten op 1 januari' },
      strata: { district: { '1': 300, '2': 250, '3': 200, '4': 150 } },
    }
    const weighted = { ...plan, basis: { weighted: { by: ['district'] } } } as const
    const people = [...neighbours(1, 50), ...neighbours(2, 60, lower), ...neighbours(3, 40), ...neighbours(4, 25)]
    const publication = await publish(numbersInput(people, weighted, { keyedDigest, frame }), SOLVING)
    expect(publication.recipe.weights).not.toBe('none')
    expect(publication.numbers?.length).toBeGreaterThan(2)
    expect([...new Set(again(publication, people).map(({ outcome }) => outcome))]).toEqual(['same'])
  })

  it('and the input is gone after somebody withdrew, and after all answers were deleted', async () => {
    const publication = await published()
    expect([...new Set(ofNumbers(again(publication, answers.slice(1))))]).toEqual(['inputGone: fewerAnswers'])
    expect([...new Set(ofNumbers(again(publication, null)))]).toEqual(['inputGone: answersDeleted'])
  })

  it('and only of numbers that it was part of where one answer changed', async () => {
    const [first = {}, ...rest] = answers
    const changed = [{ ...first, weeks: 40 }, ...rest]
    const gone = ofNumbers(again(await published(), changed))
    expect(gone).toEqual(['same', 'same', 'same', 'same', 'inputGone: otherAnswers', 'inputGone: otherAnswers'])
  })

  it.each([
    ['its mean', (group: object) => ({ ...group, mean: { estimate: 9, low: 8.5, high: 9.5 } })],
    ['its verdict', (group: object) => ({ ...group, verdict: 'higher' })],
  ])('and is different where the publication says another thing: %s', async (_, change) => {
    const content = await published()
    const numbers = content.numbers?.map((one) => ({
      ...one,
      groups: one.groups.map((group) =>
        one.id === 'grade×district' && group.status !== 'hidden' ? change(group) : group,
      ),
    }))
    const told = sealPublication(changedPublication(content, { numbers }))
    expect(ofNumbers(again(told, answers))).toEqual(['same', 'different', 'same', 'same', 'same', 'same'])
  })

  it('and of a publication from before numbers had recipes nothing is said of them', async () => {
    const content = await published()
    const recipes = content.recipes?.filter(({ figure }) => !figure.startsWith('number:'))
    const tables = content.tables.map(({ id }) => id)
    const older = sealPublication(changedPublication(content, { recipes }))
    expect(again(older, answers).map(({ figure }) => figure)).toEqual(['account', ...tables])
  })
})
