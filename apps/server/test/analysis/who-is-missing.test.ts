import { expect, it } from 'vitest'
import { whoIsMissing } from '../../src/analysis/who-is-missing.ts'
import { compiled, datasetOf, people } from './answered-round.ts'

const AREA = { type: 'radiogroup', name: 'area', title: 'Waar woont u?', choices: ['oost', 'west', 'zuid'] }
const QUESTIONNAIRE = compiled({ title: 'Hulp', pages: [{ name: 'een', elements: [AREA] }] })
const RULE = { leastDifference: 0.05, leastGroup: 30 }

const answered = (oost: number, west: number, zuid: number, unknown = 0) =>
  datasetOf(QUESTIONNAIRE, [
    ...people(oost, { area: 'oost' }),
    ...people(west, { area: 'west' }),
    ...people(zuid, { area: 'zuid' }),
    ...people(unknown, {}),
  ])

it('tells of each group on the list how many answers are missing, and which answered less than others', () => {
  const [found] = whoIsMissing(answered(20, 100, 10, 7), { strata: { area: { '1': 200, '2': 300, '3': 20 } } }, RULE)
  expect(found).toMatchObject({ variable: 'area', unknown: 7 })
  expect(found?.groups.map(({ people: all, answered: n, verdict }) => [all, n, verdict])).toEqual([
    [200, 20, 'lower'],
    [300, 100, 'higher'],
    [20, 10, 'tooFewToSay'],
  ])
  const [oost] = found?.groups ?? []
  expect(oost?.shareOfPeople).toBeCloseTo(200 / 520, 12)
  expect(oost?.shareOfAnswers).toBeCloseTo(20 / 130, 12)
  expect(oost?.missing).toBeCloseTo((200 * 130) / 520 - 20, 9)
})

it('says of nobody that they are missing when all groups answered alike', () => {
  const [found] = whoIsMissing(answered(40, 60, 20), { strata: { area: { '1': 200, '2': 300, '3': 100 } } }, RULE)
  expect(found?.groups.map(({ verdict, missing }) => [verdict, Math.round(missing)])).toEqual([
    ['noClearDifference', 0],
    ['noClearDifference', 0],
    ['noClearDifference', 0],
  ])
})

it('says that the list does not fit where more answered than stand on it, and tests nothing of that group', () => {
  const [found] = whoIsMissing(answered(250, 60, 20), { strata: { area: { '1': 200, '2': 300, '3': 100 } } }, RULE)
  expect(found?.groups[0]).toMatchObject({ doesNotFit: true, verdict: 'tooFewToSay' })
})

it('leaves out what the questionnaire does not ask', () => {
  expect(whoIsMissing(answered(1, 1, 1), { strata: { age: { '1': 10 } } }, RULE)).toEqual([])
})
