import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { registerProfile } from '@klankbord/questionnaire'
import { runDifferential, type Outcome } from './run-differential.ts'

const CLOCK = { today: '2026-05-31' }
const RUNS = 60 * inject('sampleFactor')
/** survey-core works long on every answer. */
const PATIENCE = 120_000 * inject('sampleFactor')

const outcomes: Outcome[] = []

beforeAll(() => {
  registerProfile()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${CLOCK.today}T12:00:00Z`) })
})
afterAll(() => void vi.useRealTimers())

const total = (counted: (outcome: Outcome) => number): number =>
  outcomes.reduce((sum, outcome) => sum + counted(outcome), 0)

describe('a questionnaire that was drawn, and answered on the pages of survey-core', () => {
  it.each([1, 2, 3, 4])(
    'shows, asks, requires, offers and works out the same here, and its answers are accepted until one is impossible (%i)',
    (seed) => {
      const outcome = runDifferential(seed, RUNS, CLOCK)
      outcomes.push(outcome)
      expect(outcome.differences.slice(0, 3)).toEqual([])
    },
    PATIENCE,
  )

  it('is one that the profile takes, nearly always', () => {
    const accepted = total((outcome) => outcome.accepted) / total((outcome) => outcome.definitions)
    expect(accepted).toBeGreaterThan(0.9)
  })

  it('is one of hundreds, with every element, operator and function many times', () => {
    expect(total((outcome) => outcome.accepted)).toBeGreaterThan(200)
    expect(total((outcome) => outcome.answerSets)).toBeGreaterThan(400)
    expect(total((outcome) => outcome.changedMinds)).toBeGreaterThan(20)
    expect(total((outcome) => outcome.comparisons)).toBeGreaterThan(40_000)
    const seldom = EVERYTHING.filter((what) => total(({ uses }) => uses[what] ?? 0) < 8)
    expect(seldom).toEqual([])
    expect(FACTS.filter((fact) => total(({ facts }) => facts[fact] ?? 0) < 40)).toEqual([])
  })

  it('is given thousands of impossible answers, of every kind', () => {
    expect(total(({ mutations }) => Object.values(mutations).reduce((sum, times) => sum + times, 0))).toBeGreaterThan(
      20_000,
    )
    const seldom = KINDS.filter((kind) => total(({ mutations }) => mutations[kind] ?? 0) < 5)
    expect(seldom).toEqual([])
  })

  it('is told apart when the two sides do not stand at the same day', () => {
    expect(runDifferential(1, 20, { today: '1996-02-01' }).differences).not.toEqual([])
  })
})

const EVERYTHING = [
  'radiogroup, dropdown, checkbox, rating, boolean, text, comment, matrix, imagepicker, ranking',
  'multipletext, html, expression, panel, panel in a panel, paneldynamic, signaturepad, short group',
  'text: text, text: number, text: date, text: month, text: email, other, exclusive, missing reason',
  'rating: limits, rating: plain, rating: count, rating: values, imagepicker: several',
  'ranking: select to rank, paneldynamic: at least one, calculated value',
  'validator: numeric, validator: text, validator: regex, validator: expression',
  'visibleIf of option, enableIf of option, visibleIf of row, enableIf of row',
  'visibleIf, requiredIf, enableIf, visibleIf of page, enableIf of page, visibleIf of panel',
  'enableIf of panel, visibleIf of html, visibleIf of expression',
  'and, or, &&, ||, !, empty, notempty, =, ==, !=, <>, <, <=, >, >=, contains',
  'notcontains, anyof, allof, noneof, +, -, *, /, %, ^, sum, avg, min, max, count',
  'round, trunc, age, year, month, day, weekday, dateDiff, dateAdd, today, iif',
].flatMap((line) => line.split(', '))

const FACTS = [
  'visible: true, visible: false, open: true, open: false, required: true, required: false',
  'option: offered, option: hidden, option: closed, row: offered, row: hidden, row: closed',
  'value: number, value: string, value: boolean',
  'calculated: number, calculated: string, calculated: boolean',
].flatMap((line) => line.split(', '))

const KINDS = [
  'unknown question, inherited key, forged calculated value, forged value, answer to a text',
  'hidden question, closed question, null, empty text, empty list, empty object, nested list',
  'unlisted option, option that is not offered, wrong type, list for one, one for a list, duplicate',
  'exclusive with another, too many, too few, incomplete ranking, unknown row, row that is not offered',
  'unknown item, too many panels, unknown key of a panel, no drawing, no day of the calendar',
  'no month of the calendar, no address, too long, forbidden character, number that is none',
  'above the maximum, below the minimum, words without other, empty words, words of the wrong type',
].flatMap((line) => line.split(', '))
