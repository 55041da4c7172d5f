import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { askedAnswers, check, checkScreen, compile, route } from '@klankbord/questionnaire'
import { asking } from '../definitions/asking.ts'
import { wmo } from '../definitions/wmo.ts'

const questionnaire = compile(wmo).questionnaire as Questionnaire

describe('somebody on one screen', () => {
  it('adds an answer to those of the screens before', () => {
    expect(checkScreen(questionnaire, 'quick', { has_support: true }, { quick: 2 })).toEqual({
      ok: true,
      answers: { has_support: true, quick: 2 },
      unanswered: [],
      unansweredParts: [],
    })
  })

  it('changes an answer, and takes one back by leaving it open', () => {
    const soFar = { has_support: true, age: 30, quarter: 'Oost' }
    expect(checkScreen(questionnaire, 'age', soFar, { age: 31 })).toMatchObject({
      answers: { has_support: true, age: 31 },
    })
  })

  it('is told which required questions are still open', () => {
    expect(checkScreen(questionnaire, 'listened', { has_support: true }, {})).toMatchObject({
      unanswered: ['listened'],
    })
    expect(checkScreen(questionnaire, 'age', {}, {})).toMatchObject({ unanswered: [] })
  })

  it('must give a reason only for a low grade', () => {
    const unansweredAfter = (grade: number): unknown =>
      checkScreen(questionnaire, 'transport_why', { has_support: true, kinds: [3], transport_grade: grade }, {})
    expect(unansweredAfter(5)).toMatchObject({ unanswered: ['transport_why'] })
    expect(unansweredAfter(6)).toMatchObject({ unanswered: [] })
  })

  it.each([
    ['an unknown screen', 'nowhere', {}, {}, 'unknownScreen'],
    ['a question of another screen', 'age', {}, { has_support: true }, 'unknownAnswer'],
    ['a screen that is not asked', 'quick', { has_support: false }, { quick: 1 }, 'answerNotAsked'],
    ['a wrong answer', 'age', {}, { age: 3 }, 'belowMinimum'],
    ['no answers at all', 'age', {}, 'age=3', 'answersNotObject'],
  ])('is refused with %s', (_, screen, soFar, given, code) => {
    const result = checkScreen(questionnaire, screen, soFar, given)
    expect(result.ok ? '' : result.findings[0]?.code).toBe(code)
  })
})

describe('somebody who writes beside an option', () => {
  const open = compile(
    asking(
      { type: 'radiogroup', name: 'how', title: 'x', choices: ['a', 'b'], showOtherItem: true },
      { type: 'boolean', name: 'agree', title: 'x', isRequired: true, blocking: true },
    ),
  ).questionnaire as Questionnaire

  it('has the words kept with the answer, and gone with it', () => {
    const written = checkScreen(open, 'how', {}, { how: 'other', 'how-Comment': 'te voet' })
    expect(written).toMatchObject({ answers: { how: 'other', 'how-Comment': 'te voet' } })
    const soFar = { how: 'other', 'how-Comment': 'te voet' }
    expect(checkScreen(open, 'how', soFar, { how: 'a' })).toMatchObject({ ok: true, answers: { how: 'a' } })
    expect(checkScreen(open, 'how', soFar, {})).toMatchObject({ answers: {} })
    expect(askedAnswers(open, { how: 'a', 'how-Comment': 'te voet' })).toEqual({ how: 'a' })
  })

  it.each([
    ['words beside another option', { how: 'a', 'how-Comment': 'te voet' }, 'wordsWithoutOther'],
    ['words of another screen', { 'agree-Comment': 'te voet' }, 'unknownAnswer'],
  ])('is refused with %s', (_, given, code) => {
    const result = checkScreen(open, 'how', {}, given)
    expect(result.ok ? '' : result.findings[0]?.code).toBe(code)
  })

  it('does not get past a question that blocks, and past another one does', () => {
    const result = checkScreen(open, 'agree', {}, {})
    expect(result.ok ? '' : result.findings[0]?.code).toBe('blockingAnswerMissing')
    expect(checkScreen(open, 'how', {}, {}).ok).toBe(true)
    expect(check(open, { agree: false }).ok).toBe(true)
    expect(check(open, {}).ok).toBe(false)
  })
})

describe('somebody who changes their mind', () => {
  const before = { has_support: true, kinds: [3], transport_grade: 2, transport_why: 'te laat' }
  const after = { ...before, has_support: false }

  it('is not asked what is behind the door that is now closed', () => {
    expect([...route(questionnaire, before).asked]).toContain('transport_why')
    expect([...route(questionnaire, after).asked]).toEqual(['has_support', 'age', 'quarter'])
  })

  it('hands in only answers to questions that are asked', () => {
    expect(check(questionnaire, after).ok).toBe(false)
    expect(askedAnswers(questionnaire, after)).toEqual({ has_support: false })
    expect(check(questionnaire, askedAnswers(questionnaire, after)).ok).toBe(true)
  })

  it('finds the old answers back when the door opens again', () => {
    const again = checkScreen(questionnaire, 'has_support', after, { has_support: true })
    expect(again.ok && askedAnswers(questionnaire, again.answers)).toEqual(before)
  })

  it('sees a short group with only the questions that are asked', () => {
    const definition = {
      title: 'x',
      pages: [
        { name: 'a', elements: [{ type: 'boolean', name: 'door', title: 'x' }] },
        {
          name: 'b',
          shortGroup: true,
          elements: [
            { type: 'boolean', name: 'first', title: 'x', visibleIf: '{door} = true' },
            { type: 'boolean', name: 'second', title: 'x' },
          ],
        },
      ],
    }
    const group = compile(definition).questionnaire as Questionnaire
    expect(route(group, {}).screens.at(-1)).toMatchObject({ id: 'first', questions: ['second'] })
    expect(route(group, { door: true }).screens.at(-1)).toMatchObject({ id: 'first', questions: ['first', 'second'] })
  })
})
