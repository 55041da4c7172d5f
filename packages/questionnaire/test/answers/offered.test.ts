import { describe, expect, it } from 'vitest'
import type { Condition, MatrixQuestion, Question } from '@klankbord/model'
import { askedAnswers, check, checkScreen, offeredOptions, offeredRows } from '@klankbord/questionnaire'
import { options, question, questionnaireOf } from '../definitions/by-hand.ts'

const home: Condition = { op: 'equal', left: { variable: 'home' }, right: { value: true } }

const kinds = question({
  type: 'checkbox',
  name: 'kinds',
  minSelected: 2,
  options: options(1, { value: 2, visibleIf: home }, { value: 3, enableIf: home }, { value: 9, exclusive: true }),
})
const first = question({
  type: 'ranking',
  name: 'first',
  minSelected: 3,
  maxSelected: 3,
  options: options('a', 'b', { value: 'c', visibleIf: home }),
})
const care = question({
  type: 'matrix',
  name: 'care',
  eachRowRequired: true,
  rows: [
    { name: 'quick', text: { nl: 'x' } },
    { name: 'clean', text: { nl: 'x' }, visibleIf: home },
    { name: '3', text: { nl: 'x' }, enableIf: home },
  ],
  columns: options(1, { value: 2, visibleIf: home }),
}) as MatrixQuestion
const questionnaire = questionnaireOf([
  question({ type: 'boolean', name: 'home', options: options(true, false) }),
  kinds,
  first,
  care,
])

const values = (of: Question, answers: object): unknown[] =>
  offeredOptions(questionnaire, of, { ...answers }).map(({ value, closed }) => (closed ? [value] : value))

describe('somebody to whom not everything is offered', () => {
  it('sees what is offered, and what is closed', () => {
    expect(values(kinds, { home: true })).toEqual([1, 2, 3, 9])
    expect(values(kinds, { home: false })).toEqual([1, [3], 9])
    expect(values(care, {})).toEqual([1])
    expect(offeredRows(questionnaire, care, {}).map(({ name, closed }) => [name, closed])).toEqual([
      ['quick', undefined],
      ['3', true],
    ])
  })

  it('never has to choose more than there is', () => {
    expect(check(questionnaire, { home: false, kinds: [1], first: ['b', 'a'] }).ok).toBe(true)
    expect(check(questionnaire, { home: true, kinds: [1] }).ok).toBe(false)
    expect(check(questionnaire, { home: true, first: ['b', 'a'] }).ok).toBe(false)
  })

  it.each([
    ['a closed option', { kinds: [1, 3] }, 'optionNotOffered /answers/kinds'],
    ['a hidden rank', { first: ['a', 'b', 'c'] }, 'optionNotOffered /answers/first'],
    ['a hidden row', { care: { clean: 1 } }, 'answerNotAsked /answers/care/clean'],
    ['a closed row', { care: { '3': 1 } }, 'answerNotAsked /answers/care/3'],
    ['a hidden column', { care: { quick: 2 } }, 'optionNotOffered /answers/care/quick'],
  ])('is refused with %s', (_, answers, expected) => {
    const result = check(questionnaire, answers)
    expect(result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([expected])
  })

  it('leaves no trace of what was chosen before', () => {
    const before = { home: true, kinds: [2, 3], first: ['c', 'a', 'b'], care: { quick: 1, clean: 1, '3': 2 } }
    expect(askedAnswers(questionnaire, before)).toEqual(before)
    expect(askedAnswers(questionnaire, { ...before, home: false })).toEqual({
      home: false,
      first: ['a', 'b'],
      care: { quick: 1 },
    })
  })

  it('ranks anew when more can be ranked', () => {
    expect(askedAnswers(questionnaire, { home: true, first: ['a', 'b'] })).toEqual({ home: true })
  })

  it('is asked once more only for rows that are offered', () => {
    expect(checkScreen(questionnaire, 'care', { home: false }, {})).toMatchObject({
      unanswered: ['care'],
      unansweredParts: ['care__quick'],
    })
    expect(checkScreen(questionnaire, 'care', { home: true }, { care: { quick: 1 } })).toMatchObject({
      unansweredParts: ['care__clean', 'care__3'],
    })
    expect(checkScreen(questionnaire, 'care', { home: false }, { care: { quick: 1 } })).toMatchObject({
      unanswered: [],
    })
  })

  it('has a row that was not asked and one that was skipped told apart', () => {
    const result = check(questionnaire, { home: false, care: { quick: 1 }, first: ['b', 'a'] })
    expect(result.ok && result.checked.empties).toEqual({
      kinds: 'skipped',
      first__c: 'notAsked',
      care__clean: 'notAsked',
      care__3: 'notAsked',
    })
    const skipped = check(questionnaire, { home: true, care: { quick: 1 } })
    expect(skipped.ok && skipped.checked.empties).toMatchObject({ first__a: 'skipped', care__clean: 'skipped' })
  })
})
