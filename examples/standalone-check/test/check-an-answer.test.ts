import { expect, it } from 'vitest'
import { checkAnswers } from '../check-an-answer.ts'

it('takes a good answer and accounts for every question', () => {
  expect(checkAnswers({ helped: 'nee' })).toEqual({
    ok: true,
    checked: { answers: { helped: 'nee' }, empties: { grade: 'notAsked' } },
  })
})

it('says what is wrong with an answer, by question and by code', () => {
  const faults = (answers: unknown): readonly string[] => {
    const result = checkAnswers(answers)
    return result?.ok === false ? result.findings.map(({ path, code }) => `${path} ${code}`) : []
  }
  expect(faults({ helped: 'misschien', name: 'x' })).toEqual([
    '/answers/helped optionNotOffered',
    '/answers/name unknownAnswer',
  ])
  expect(faults({ helped: 'nee', grade: 8 })).toEqual(['/answers/grade answerNotAsked'])
  expect(faults({ helped: 'ja', grade: 11 })).toEqual(['/answers/grade optionNotOffered'])
})
