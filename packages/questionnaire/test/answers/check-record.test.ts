import type { Answers, CheckedAnswers, Questionnaire } from '@klankbord/model'
import {
  askedAnswers,
  check,
  checkRecord,
  codebook,
  compile,
  outcomesOf,
  pack,
  progress,
  toDataset,
  unpack,
} from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { door } from '../definitions/door.ts'

const questionnaire = compile(door).questionnaire as Questionnaire
const book = codebook(questionnaire)

function stored(answers: Answers): CheckedAnswers {
  const result = check(questionnaire, answers)
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.checked
}

const refusals = (answers: unknown, outcomes: Readonly<Record<string, unknown>>): readonly string[] => {
  const result = checkRecord(questionnaire, answers, outcomes)
  return result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)
}

const FOURTEEN = { who: 1, age: 14, agrees: 1, help: 4 }

describe('a young person who may take part', () => {
  it('leaves the outcome, and neither an answer about age or consent nor that there was one', () => {
    const checked = stored(FOURTEEN)
    expect(checked).toEqual({ answers: { who: 1, help: 4 }, empties: {}, derived: { may: true } })
    expect(JSON.stringify([checked, pack(book, checked)])).not.toMatch(/age|agrees|14/)
  })

  it('leaves the same at any age at which that is so', () => {
    const written = [{ ...FOURTEEN, age: 9 }, FOURTEEN, { who: 1, age: 40, help: 4 }].map((answers) =>
      JSON.stringify([stored(answers), pack(book, stored(answers))]),
    )
    expect(new Set(written).size).toBe(1)
  })

  it('leaves no words beside "other" either', () => {
    const checked = stored({ who: 1, age: 14, agrees: 'other', 'agrees-Comment': 'Mijn voogd' })
    expect(checked).toEqual({ answers: { who: 1 }, empties: { help: 'notAsked' }, derived: { may: false } })
  })

  it('has to answer all the same, and within what can be answered', () => {
    const codes = (answers: unknown): readonly string[] => {
      const result = check(questionnaire, answers)
      return result.ok ? [] : result.findings.map(({ code }) => code)
    }
    expect(codes({ who: 1 })).toEqual(['blockingAnswerMissing'])
    expect(codes({ ...FOURTEEN, age: 200 })).toEqual(['aboveMaximum'])
    expect(codes({ ...FOURTEEN, age: 17 })).toEqual(['answerNotAsked'])
    expect(codes({ ...FOURTEEN, agrees: 2 })).toEqual(['answerNotAsked'])
  })

  it('counts these questions on the way, and keeps their answers until all is sent', () => {
    expect(progress(questionnaire, FOURTEEN, 'help')).toMatchObject({ previous: 'agrees', number: 4, total: 4 })
    expect(askedAnswers(questionnaire, FOURTEEN)).toEqual(FOURTEEN)
  })
})

describe('the codebook', () => {
  it('knows the outcome and nothing behind it, and takes it for sensitive', () => {
    expect(book.variables.map(({ name, sensitive }) => `${name} ${sensitive}`)).toEqual([
      'who false',
      'help false',
      'may true',
    ])
    const dataset = toDataset(
      book,
      [FOURTEEN, { who: 2, help: 1 }].map((answers) => pack(book, stored(answers))),
    )
    expect(Object.keys(dataset.columns)).toEqual(['who', 'help', 'may'])
    expect(dataset.columns['may']).toMatchObject({ codes: Int16Array.from([1, 1]) })
  })

  it('gives the outcome back from packed answers', () => {
    const checked = stored(FOURTEEN)
    expect(unpack(book, pack(book, checked))).toEqual(checked)
    expect(outcomesOf(questionnaire, checked)).toEqual({ may: true })
    expect(outcomesOf(questionnaire, { derived: {} })).toEqual({})
  })
})

describe('a stored response that is checked again', () => {
  it('says the same as when it was filled in', () => {
    for (const answers of [FOURTEEN, { who: 1, age: 14, agrees: 2 }, { who: 2 }, { who: 2, help: 3 }]) {
      const checked = stored(answers)
      expect(checkRecord(questionnaire, checked.answers, outcomesOf(questionnaire, checked))).toEqual({
        ok: true,
        checked,
      })
    }
  })

  it('needs its outcome, as yes or no', () => {
    expect(refusals({ who: 1 }, {})).toEqual(['outcomeMissing /outcomes/may'])
    expect(refusals({ who: 1 }, { may: 1 })).toEqual(['wrongAnswerType /outcomes/may'])
  })

  it('has no place for what is not stored, nor for an outcome that there is none of', () => {
    expect(refusals({ who: 1, age: 14 }, { may: true })).toEqual(['unknownAnswer /answers/age'])
    expect(refusals({ who: 1, 'agrees-Comment': 'x' }, { may: true })).toEqual([
      'unknownAnswer /answers/agrees-Comment',
    ])
    expect(refusals({ who: 1 }, { may: true, help: true })).toEqual(['unknownAnswer /outcomes/help'])
  })

  it('goes by its outcome: whoever might not take part was asked no more', () => {
    expect(refusals({ who: 1, help: 3 }, { may: false })).toEqual(['answerNotAsked /answers/help'])
    expect(refusals({ who: 1, help: 3 }, { may: true })).toEqual([])
    expect(refusals({ help: 3 }, { may: true })).toContain('blockingAnswerMissing /answers/who')
  })
})

describe('an outcome that not everybody was asked about', () => {
  const elements = [
    { type: 'boolean', name: 'young', title: 'x' },
    { type: 'text', inputType: 'number', name: 'age', title: 'x', outcomeOnly: true, visibleIf: '{young} = true' },
    { type: 'boolean', name: 'sure', title: 'x', outcomeOnly: true, visibleIf: '{age} < 16' },
  ]
  const outcome = (name: string, expression: string): object => ({ name, expression, includeIntoResult: true })
  const partly = compile({
    title: 'x',
    pages: elements.map((element, place) => ({ name: `p${place}`, elements: [element] })),
    calculatedValues: [
      outcome('child', '{age} < 16'),
      outcome('certain', '{sure} = true'),
      outcome('later', '{child} and {young} = true'),
    ],
  }).questionnaire as Questionnaire
  const codes = (answers: object, outcomes: Readonly<Record<string, unknown>>): readonly string[] => {
    const result = checkRecord(partly, answers, outcomes)
    return result.ok ? [] : result.findings.map(({ code, path }) => `${code} ${path}`)
  }

  it('is not asked of the others, in the record as it was when they filled in', () => {
    for (const answers of [{ young: false }, { young: true, age: 30 }, { young: true, age: 12, sure: true }]) {
      const result = check(partly, answers)
      if (!result.ok) throw new Error('refused')
      const { checked } = result
      expect(checkRecord(partly, checked.answers, outcomesOf(partly, checked))).toEqual(result)
    }
    const others = check(partly, { young: false })
    expect(others.ok && others.checked.empties).toMatchObject({ child: 'notAsked', certain: 'notAsked' })
  })

  it('is refused where the record tells that nobody was asked, or that somebody was', () => {
    expect(codes({ young: false }, { child: true })).toEqual(['answerNotAsked /outcomes/child'])
    expect(codes({ young: true }, {})).toEqual(['outcomeMissing /outcomes/child'])
  })

  it('is taken as it is where only an answer that is not stored could tell', () => {
    expect(codes({ young: true }, { child: true })).toEqual([])
    expect(codes({ young: true }, { child: true, certain: false })).toEqual([])
  })
})
