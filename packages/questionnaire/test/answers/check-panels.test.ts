import { describe, expect, it } from 'vitest'
import type { Condition } from '@klankbord/model'
import { askedAnswers, check, checkScreen } from '@klankbord/questionnaire'
import { options, question, questionnaireOf } from '../definitions/by-hand.ts'

const atSchool: Condition = { op: 'equal', left: { variable: 'school', panel: true }, right: { value: 1 } }
const adult: Condition = { op: 'greaterOrEqual', left: { variable: 'age' }, right: { value: 18 } }

const children = questionnaireOf([
  question({ type: 'number', name: 'age' }),
  question({
    type: 'paneldynamic',
    name: 'children',
    minPanels: 2,
    maxPanels: 3,
    questions: [
      question({
        type: 'radiogroup',
        name: 'school',
        options: options(1, 2, { value: 'other', other: true }),
        other: { maxLength: 10 },
        required: true,
      }),
      question({ type: 'number', name: 'grade', visibleIf: atSchool }),
      question({ type: 'checkbox', name: 'help', options: options(1, { value: 2, visibleIf: adult }) }),
    ],
  }),
])

const outcome = (answers: unknown): unknown => {
  const result = check(children, answers)
  return result.ok ? result.checked.empties : result.findings.map(({ code, path }) => `${code} ${path}`)
}

describe('somebody with several children', () => {
  it('answers the same few questions for each', () => {
    const answers = {
      age: 40,
      children: [
        { school: 1, grade: 4, help: [2, 1] },
        { school: 'other', 'school-Comment': 'thuis' },
      ],
    }
    expect(outcome(answers)).toEqual({
      children__1__school__other: 'notAsked',
      children__2__grade: 'notAsked',
      children__2__help: 'skipped',
      children__3__school: 'notAsked',
      children__3__school__other: 'notAsked',
      children__3__grade: 'notAsked',
      children__3__help: 'notAsked',
    })
  })

  it('leaves out what is undefined, as in JSON', () => {
    const result = check(children, { children: [{ school: 2, grade: undefined }, { help: undefined }] })
    expect(result.ok && result.checked.answers).toStrictEqual({ children: [{ school: 2 }, {}] })
  })

  it('may leave one of them empty, and not all', () => {
    expect(check(children, { children: [{}, { school: 2 }] }).ok).toBe(true)
    expect(outcome({ children: [{}, {}] })).toEqual(['wrongAnswerType /answers/children'])
  })

  it.each([
    [
      'a grade of a child that is not at school',
      [{ school: 2, grade: 4 }, {}],
      'answerNotAsked /answers/children/0/grade',
    ],
    ['help for adults', [{ school: 2 }, { help: [2] }], 'optionNotOffered /answers/children/1/help'],
    [
      'words beside another option',
      [{ school: 2, 'school-Comment': 'x' }, {}],
      'wordsWithoutOther /answers/children/0/school-Comment',
    ],
    ['words beside nothing', [{ 'help-Comment': 'x' }, {}], 'unknownPart /answers/children/0/help-Comment'],
    [
      'too many words',
      [{ school: 'other', 'school-Comment': 'x'.repeat(11) }, {}],
      'textTooLong /answers/children/0/school-Comment',
    ],
    ['one child too few', [{ school: 2 }], 'tooFewPanels /answers/children'],
    ['one child too many', [{ school: 2 }, {}, {}, {}], 'tooManyPanels /answers/children'],
  ])('is refused with %s', (_, panels, expected) => {
    expect(outcome({ age: 10, children: panels })).toEqual([expected])
  })

  it('is asked once more what is required of each child', () => {
    expect(checkScreen(children, 'children', {}, { children: [{ help: [1] }, { school: 1 }] })).toMatchObject({
      unanswered: ['children'],
      unansweredParts: ['children__1__school'],
    })
    expect(checkScreen(children, 'children', {}, {})).toMatchObject({
      unansweredParts: ['children__1__school', 'children__2__school'],
    })
  })

  it('leaves no trace of what is not asked any more', () => {
    const panels = [
      { school: 2, grade: 4, help: [2] },
      { school: 1, grade: 5, 'school-Comment': 'x' },
    ]
    expect(askedAnswers(children, { age: 10, children: panels })).toEqual({
      age: 10,
      children: [{ school: 2 }, { school: 1, grade: 5 }],
    })
  })
})
