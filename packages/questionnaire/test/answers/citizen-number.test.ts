import { compile, check, checkScreen } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'

/** Passes the eleven-test; as a number of eight digits the second does. */
const NUMBER = 999910000
const EIGHT = 10000008
const number = (name: string, more: object = {}): object => ({
  type: 'text',
  inputType: 'number',
  name,
  title: 'Hoeveel?',
  ...more,
})
const ELEMENTS = [
  number('open'),
  number('most', { max: 9_999_999 }),
  number('range', { validators: [{ type: 'numeric', maxValue: 9_999_999, text: 'Dat is te veel.' }] }),
  number('decimals', { step: 0.01 }),
  {
    type: 'multipletext',
    name: 'parts',
    title: 'Waar?',
    items: [{ name: 'house', title: 'Nummer', inputType: 'number' }],
  },
  {
    type: 'paneldynamic',
    name: 'people',
    title: 'Wie?',
    maxPanelCount: 2,
    templateElements: [number('hours')],
  },
]
const { questionnaire } = compile({ title: 'Hulp', locale: 'nl', pages: [{ name: 'one', elements: ELEMENTS }] })
if (questionnaire === null) throw new Error('does not compile')

const refusals = (answers: unknown): readonly string[] => {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)
}

describe('a number that can be a citizen service number', () => {
  it.each([
    ['as the answer to a question for a number', { open: NUMBER }, '/answers/open'],
    ['with eight digits, without the zero in front', { open: EIGHT }, '/answers/open'],
    ['with a minus before it', { open: -NUMBER }, '/answers/open'],
    ['where decimals may be', { decimals: NUMBER }, '/answers/decimals'],
    ['as one of several answers', { parts: { house: NUMBER } }, '/answers/parts/house'],
    ['in a panel', { people: [{}, { hours: NUMBER }] }, '/answers/people/1/hours'],
  ])('is refused %s', (_, answers, path) => {
    expect(refusals(answers)).toEqual([`citizenNumber ${path}`])
  })

  it('is refused on a screen too, so that no draft holds it', () => {
    const screen = questionnaire.screens[0]?.id ?? ''
    const result = checkScreen(questionnaire, screen, {}, { open: NUMBER })
    expect(result).toMatchObject({ ok: false, findings: [{ code: 'citizenNumber', path: '/answers/open' }] })
  })

  it('is not told in the sentence about it', () => {
    const result = check(questionnaire, { open: NUMBER })
    expect(JSON.stringify(result)).not.toContain(String(NUMBER))
  })

  it('is only too large where no answer can have so many digits', () => {
    expect(refusals({ most: NUMBER })).toEqual(['aboveMaximum /answers/most'])
    expect(refusals({ range: NUMBER })).toEqual(['aboveMaximum /answers/range'])
  })
})

describe('a number that cannot be one', () => {
  it.each([[0], [9_999_999], [999_910_001], [10_000_009], [1_999_910_000], [99_991.01], [1e21]])(
    'is taken: %d',
    (n) => {
      expect(refusals({ open: n })).toEqual([])
    },
  )
})
