import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { check, compile } from '@klankbord/questionnaire'
import { wmo } from '../definitions/wmo.ts'

const questionnaire = compile(wmo).questionnaire as Questionnaire

const refusals = (answers: unknown): string[] => {
  const result = check(questionnaire, answers)
  return result.ok ? [] : result.findings.map((found) => `${found.code} ${found.path}`)
}

/** Everybody is asked these; the last question of each list is the one that is tried. */
const withSupport = (answers: object): object => ({ has_support: true, ...answers })

describe('a response', () => {
  it('may leave every question open, required ones too', () => {
    const result = check(questionnaire, {})
    expect(result.ok && result.checked).toEqual({
      answers: {},
      empties: {
        has_support: 'skipped',
        listened: 'notAsked',
        quick: 'notAsked',
        why_slow: 'notAsked',
        kinds: 'notAsked',
        transport_grade: 'notAsked',
        transport_why: 'notAsked',
        age: 'skipped',
        quarter: 'skipped',
      },
    })
  })

  it('is kept exactly as it came, several answers in the order in which they were given', () => {
    const answers = withSupport({ kinds: [3, 1], listened: -3, age: 18 })
    const result = check(questionnaire, answers)
    expect(result.ok && result.checked.answers).toEqual(answers)
  })

  it.each([
    ['no object', null, 'answersNotObject /answers'],
    ['a list', [], 'answersNotObject /answers'],
    ['an unknown question', { age: 20, agee: 20 }, 'unknownAnswer /answers/agee'],
    ['a key that is no name', { 'mijn naam is Jan': 1 }, 'unknownAnswer /answers/(not a name)'],
    ['a prototype key', JSON.parse('{"__proto__": {"age": 20}}'), 'unknownAnswer /answers/__proto__'],
    ['an inherited key', JSON.parse('{"constructor": 1}'), 'unknownAnswer /answers/constructor'],
    ['a symbol', { [Symbol('age')]: 1 }, 'unknownAnswer /answers/(not a name)'],
    ['null for no answer', { age: null }, 'wrongAnswerType /answers/age'],
    ['an object for a number', { age: { value: 20 } }, 'wrongAnswerType /answers/age'],
    ['a number in a text', { age: '20' }, 'wrongAnswerType /answers/age'],
    ['no number', { age: Number.NaN }, 'notANumber /answers/age'],
    ['a number that is too small', { age: 17 }, 'belowMinimum /answers/age'],
    ['a number that is too large', { age: 111 }, 'aboveMaximum /answers/age'],
    ['a number between steps', { age: 20.5 }, 'notAStep /answers/age'],
    ['an empty text', { quarter: '' }, 'wrongAnswerType /answers/quarter'],
    ['a long text', { quarter: 'x'.repeat(61) }, 'textTooLong /answers/quarter'],
    ['a NUL', { quarter: 'a\u0000' }, 'forbiddenCharacter /answers/quarter'],
    ['half a surrogate pair', { quarter: '\uDE00' }, 'forbiddenCharacter /answers/quarter'],
    ['yes in words', { has_support: 'true' }, 'optionNotOffered /answers/has_support'],
    ['an option that is not offered', withSupport({ listened: 6 }), 'optionNotOffered /answers/listened'],
    ['an option in a text', withSupport({ listened: '1' }), 'optionNotOffered /answers/listened'],
    ['an option in a list', withSupport({ listened: [1] }), 'wrongAnswerType /answers/listened'],
    ['no list', withSupport({ kinds: 1 }), 'wrongAnswerType /answers/kinds'],
    ['an empty list', withSupport({ kinds: [] }), 'wrongAnswerType /answers/kinds'],
    ['a list with a hole', withSupport({ kinds: Array.from({ length: 2 }) }), 'wrongAnswerType /answers/kinds'],
    ['an option twice', withSupport({ kinds: [1, 1] }), 'duplicateOption /answers/kinds'],
    ['none of these, and one of these', withSupport({ kinds: [1, 9] }), 'exclusiveOption /answers/kinds'],
    ['rather not say, and an answer', withSupport({ kinds: [-4, 1] }), 'exclusiveOption /answers/kinds'],
    ['too many options', withSupport({ kinds: [1, 2, 3, 4] }), 'tooManySelected /answers/kinds'],
    ['more than there are', withSupport({ kinds: [1, 1, 1, 1, 1, 1, 1] }), 'tooManySelected /answers/kinds'],
    ['a question behind a closed door', { has_support: false, quick: 1 }, 'answerNotAsked /answers/quick'],
    ['a question behind two doors', { kinds: [3], transport_grade: 1 }, 'answerNotAsked /answers/kinds'],
  ])('is refused with %s', (_, answers, expected) => {
    expect(refusals(answers)[0]).toBe(expected)
  })

  it('comes back with everything that is wrong, and with nothing that was answered', () => {
    const answers = { age: 17.123, quarter: 'geheim'.repeat(20), geheim: 1, has_support: 'geheim', kinds: ['geheim'] }
    const result = check(questionnaire, { ...answers, 'geheim adres': 1 })
    const findings = result.ok ? [] : result.findings
    expect(findings.map((found) => found.code)).toEqual([
      'belowMinimum',
      'textTooLong',
      'unknownAnswer',
      'optionNotOffered',
      'optionNotOffered',
      'unknownAnswer',
    ])
    const told = findings.filter((found) => found.path !== '/answers/geheim')
    expect(JSON.stringify(told)).not.toMatch(/geheim|17\.123/)
  })

  it('hears which options stand alone, and not which of them was chosen', () => {
    const told = [
      [1, 9],
      [-4, 1],
    ].map((kinds) => {
      const result = check(questionnaire, withSupport({ kinds }))
      return result.ok ? '' : result.findings[0]?.message
    })
    expect(new Set(told)).toEqual(new Set(['option chosen together with one that stands alone: kinds (9, -4 do)']))
  })

  it('stays as it was checked when its sender changes it afterwards', () => {
    const kinds = [1]
    const result = check(questionnaire, withSupport({ kinds }))
    kinds.push(99)
    expect(result.ok && result.checked.answers['kinds']).toEqual([1])
  })

  it('asks for the least number of options, unless one stands alone', () => {
    const definition = {
      title: 'x',
      pages: [
        {
          name: 'p',
          elements: [
            {
              type: 'checkbox',
              name: 'two',
              title: 'Welke twee?',
              minSelectedChoices: 2,
              choices: [1, 2, 3, { value: -3, missingReason: 'dontKnow' }],
            },
          ],
        },
      ],
    }
    const two = compile(definition).questionnaire as Questionnaire
    expect(check(two, { two: [1, 3] }).ok).toBe(true)
    expect(check(two, { two: [-3] }).ok).toBe(true)
    const result = check(two, { two: [1] })
    expect(result.ok ? '' : result.findings[0]?.code).toBe('tooFewSelected')
  })

  it('takes tenths, which are not exact in binary, as steps of a tenth', () => {
    const definition = {
      title: 'x',
      pages: [
        { name: 'p', elements: [{ type: 'text', inputType: 'number', name: 'n', title: 'x', min: 0, step: 0.1 }] },
      ],
    }
    const tenths = compile(definition).questionnaire as Questionnaire
    for (let tenth = 0; tenth <= 1000; tenth += 1)
      expect(check(tenths, { n: Number((tenth / 10).toFixed(1)) }).ok).toBe(true)
    for (const between of [0.05, 0.11, 99.99]) expect(check(tenths, { n: between }).ok).toBe(false)
  })
})
