import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, inject, it } from 'vitest'
import type { Answers, Questionnaire } from '@klankbord/model'
import { askedAnswers, check, checkScreen, compile, route } from '@klankbord/questionnaire'
import { CLOCK } from '../definitions/clock.ts'
import { everything } from '../definitions/everything.ts'
import { manyOptions } from '../definitions/many-options.ts'
import { respondent, walk } from '../definitions/random-answers.ts'
import { wmo } from '../definitions/wmo.ts'

const PAIRS = [wmo, manyOptions].map((definition) => ({
  questionnaire: compile(definition).questionnaire as Questionnaire,
  model: new Model(definition),
}))

const visit = fc.oneof(
  ...PAIRS.map((pair) =>
    respondent(pair.questionnaire).map((mind) => ({ ...pair, answers: walk(pair.questionnaire, mind) })),
  ),
)

const RUNS = { seed: 20260506, numRuns: 150 * inject('sampleFactor') }

describe('the route through a questionnaire', () => {
  it('asks what survey-core shows', () => {
    fc.assert(
      fc.property(visit, ({ questionnaire, model, answers }) => {
        model.clear(true, true)
        model.data = structuredClone(answers)
        const shown = model.getAllQuestions().filter((question) => question.isVisible && question.page.isVisible)
        expect([...route(questionnaire, answers).asked]).toEqual(shown.map((question) => question.name))
      }),
      RUNS,
    )
  })

  it('requires what survey-core requires', () => {
    fc.assert(
      fc.property(visit, ({ questionnaire, model, answers }) => {
        model.clear(true, true)
        model.data = structuredClone(answers)
        for (const screen of route(questionnaire, answers).screens) {
          const result = checkScreen(questionnaire, screen.id, answers, {})
          const required = screen.questions.filter((name) => model.getQuestionByName(name).isRequired)
          expect(result.ok && result.unanswered).toEqual(required)
        }
      }),
      RUNS,
    )
  })

  it('is the same for the answers that it keeps, which are right but for what the author asks of them', () => {
    const questionnaires = [wmo, manyOptions, everything].map(
      (definition) => compile(definition).questionnaire as Questionnaire,
    )
    const anything = fc.oneof(
      ...questionnaires.map((questionnaire) => respondent(questionnaire).map((mind) => ({ questionnaire, mind }))),
    )
    fc.assert(
      fc.property(anything, ({ questionnaire, mind }) => {
        const answers = JSON.parse(JSON.stringify(mind)) as Answers
        const kept = askedAnswers(questionnaire, answers, CLOCK)
        expect(route(questionnaire, kept, CLOCK)).toEqual(route(questionnaire, answers, CLOCK))
        expect(askedAnswers(questionnaire, kept, CLOCK)).toEqual(kept)
        const result = check(questionnaire, kept, CLOCK)
        const codes = result.ok ? [] : result.findings.map(({ code }) => code)
        expect(codes.filter((code) => code !== 'expressionNotMet')).toEqual([])
      }),
      RUNS,
    )
  })
})
