import type { Questionnaire } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { comparableOf, compile, mayCompare, type Comparable } from '../../src/index.ts'

const ANSWERS = [
  { value: 1, text: 'Ja', tone: 'positive' },
  { value: 2, text: 'Nee', tone: 'negative' },
]

function asked(question: object): Questionnaire {
  const element = { type: 'radiogroup', name: 'help', title: 'Kreeg u hulp?', choices: ANSWERS, ...question }
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

  it.each(['paper', 'inPerson', 'telephone', 'notKnown'] as const)('of the web and of %s are not compared', (mode) => {
    expect(mayCompare(figure(), figure({}, mode)).differs).toEqual(['mode'])
  })

  it('of paper are compared, and those of which nobody knows how they came are not', () => {
    expect(mayCompare(figure({}, 'paper'), figure({}, 'paper')).allowed).toBe(true)
    expect(mayCompare(figure({}, 'notKnown'), figure({}, 'notKnown')).allowed).toBe(false)
  })
})
