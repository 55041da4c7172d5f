import type { Questionnaire } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { comparableOf, compile, mayCompare, type Comparable } from '../../src/index.ts'

const ANSWERS = [
  { value: 1, text: 'Ja', tone: 'positive' },
  { value: 2, text: 'Nee', tone: 'negative' },
]

const MANY_WORDS = { type: 'multipletext', items: [{ name: 'first', title: 'Wat ging goed?' }] }
const ASKED_OF_EACH = { type: 'radiogroup', name: 'kind', title: 'Welke?', choices: ANSWERS }
const PANELS = { type: 'paneldynamic', maxPanelCount: 3, templateElements: [ASKED_OF_EACH] }
const MARK = { type: 'text', inputType: 'number', min: 0, max: 10 }
const SEVERAL = { type: 'checkbox', choices: ANSWERS }

function asked(question: object): Questionnaire {
  const answered = 'type' in question ? {} : { type: 'radiogroup', choices: ANSWERS }
  const element = { name: 'help', title: 'Kreeg u hulp?', ...answered, ...question }
  const pages = [{ name: 'one', elements: [element] }]
  const { questionnaire } = compile({ title: 'Vragen', locale: 'nl', pages })
  if (questionnaire === null) throw new Error('no questionnaire')
  return questionnaire
}

function figure(question: object = {}, mode: Comparable['mode'] = 'web'): Comparable {
  const found = comparableOf(asked(question), 'help', mode)
  if (found === undefined) throw new Error('not asked')
  return found
}

describe('two figures', () => {
  it.each([
    ['the same question under another name of its theme', { theme: 'start' }, []],
    ['a full stop more', { title: 'Kreeg u hulp?.' }, []],
    ['one word more', { title: 'Kreeg u snel hulp?' }, ['wording']],
    ['a line above it', { prompt: 'Denk aan dit jaar.' }, ['wording']],
    ['an explanation below it', { description: 'Van de gemeente.' }, ['wording']],
    ['another label at an answer', { choices: [{ ...ANSWERS[0], text: 'Zeker' }, ANSWERS[1]] }, ['wording']],
    ['an answer more', { choices: [...ANSWERS, { value: 3, text: 'Soms' }] }, ['wording', 'scale']],
    ['the answers turned round', { choices: ANSWERS.toReversed() }, ['wording', 'scale']],
    ['an answer that counts as good now', { choices: [ANSWERS[0], { ...ANSWERS[1], tone: 'positive' }] }, ['scale']],
  ])('with %s', (_, question, differs) => {
    expect(mayCompare(figure(), figure(question))).toEqual({ allowed: differs.length === 0, differs })
  })

  it.each([
    ['an item worded otherwise', MANY_WORDS, { items: [{ name: 'first', title: 'Wat ging fout?' }] }, ['wording']],
    [
      'a question in its panels worded otherwise',
      PANELS,
      { templateElements: [{ ...ASKED_OF_EACH, title: 'Hoe?' }] },
      ['wording'],
    ],
    [
      'an answer more in its panels',
      PANELS,
      { templateElements: [{ ...ASKED_OF_EACH, choices: [...ANSWERS, { value: 3, text: 'Soms' }] }] },
      ['wording', 'scale'],
    ],
    ['a mark up to 100', MARK, { max: 100 }, ['scale']],
    ['half marks', MARK, { step: 0.5 }, ['scale']],
    ['no more than two answers to choose', SEVERAL, { maxSelectedChoices: 2 }, ['scale']],
  ])('that hang on more than a list of answers, with %s', (_, before, change, differs) => {
    const now = figure({ ...before, ...change })
    expect(mayCompare(figure(before), figure(before)).allowed).toBe(true)
    expect(mayCompare(figure(before), now)).toEqual({ allowed: false, differs })
  })

  it.each(['paper', 'inPerson', 'telephone', 'notKnown'] as const)('of the web and of %s are not compared', (mode) => {
    expect(mayCompare(figure(), figure({}, mode)).differs).toEqual(['mode'])
  })

  it('of paper are compared, and those of which nobody knows how they came are not', () => {
    expect(mayCompare(figure({}, 'paper'), figure({}, 'paper')).allowed).toBe(true)
    expect(mayCompare(figure({}, 'notKnown'), figure({}, 'notKnown')).allowed).toBe(false)
  })
})
