// @vitest-environment jsdom
import { hasOptions, type AnswerValue, type Question } from '@klankbord/model'
import { parseForm, renderScreen } from '@klankbord/pages'
import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, sentBy } from './parsed.ts'

/** Answers as they may be stored, or as they may be typed wrongly. */
function answerTo(question: Question): fc.Arbitrary<AnswerValue> {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  const lines = fc.array(words, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('\n'))
  if (question.type === 'checkbox')
    return fc.subarray(
      question.options.map(({ value }) => value),
      { minLength: 1 },
    )
  if (hasOptions(question)) return fc.constantFrom(...question.options.map(({ value }) => value))
  if (question.type === 'number') return fc.oneof(fc.integer(), fc.constantFrom('6 of 7', '1.000', '<&">'))
  const texts = question.type === 'comment' ? lines : words
  return texts.map((text) => text.replace(/\r\n?|\0/g, '')).filter((text) => text.trim() !== '')
}

const screens = QUESTIONNAIRE.screens.map((screen) => {
  const questions = QUESTIONNAIRE.questions.filter(({ name }) => screen.questions.includes(name))
  const answers = fc.record(Object.fromEntries(questions.map((question) => [question.name, answerTo(question)])), {
    requiredKeys: [],
  })
  return { screen, answers }
})

it.each(screens)('sends back what the page shows: $screen.id', ({ screen, answers }) => {
  fc.assert(
    fc.property(answers, fc.constantFrom('nl', 'en', 'ar'), (given, language) => {
      const page = renderScreen(
        QUESTIONNAIRE,
        { ...CONTEXT, language },
        { screenId: screen.id, answers: given, draft: 'd-1', saved: 0 },
      )
      const request = parseForm(QUESTIONNAIRE, sentBy(parsed(page), 'next'))
      expect(request).toEqual({
        go: 'next',
        screenId: screen.id,
        draft: 'd-1',
        language,
        withdrawalCode: null,
        access: null,
        words: null,
        seen: null,
        minutes: expect.any(Number) as number,
        help: null,
        onPage: null,
        practised: null,
        savedTo: null,
        askedAgain: [],
        chosenOver: null,
        fields: expect.any(Array) as unknown,
        look: { on: [] },
        given: { ...given },
        findings: [],
      })
    }),
    { seed: 20270101, numRuns: 60 * inject('sampleFactor') },
  )
})
