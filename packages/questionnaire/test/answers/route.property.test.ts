import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, inject, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { askedAnswers, checkScreen, compile, route } from '@klankbord/questionnaire'
import { manyOptions } from '../definitions/many-options.ts'
import { respondent, walk } from '../definitions/random-answers.ts'
import { wmo } from '../definitions/wmo.ts'

const PAIRS = [wmo, manyOptions].map((definition) => ({
  questionnaire: compile(definition).questionnaire as Questionnaire,
  model: new Model(definition),
}))

const visit = fc
  .constantFrom(...PAIRS)
  .chain((pair) => respondent(pair.questionnaire).map((mind) => ({ ...pair, answers: walk(pair.questionnaire, mind) })))

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

  it('is the same for the answers that it keeps', () => {
    const anything = fc.constantFrom(...PAIRS).chain(({ questionnaire }) =>
      respondent(questionnaire).map((mind) => ({
        questionnaire,
        answers: Object.fromEntries(
          Object.entries(mind).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
        ),
      })),
    )
    fc.assert(
      fc.property(anything, ({ questionnaire, answers }) => {
        const kept = askedAnswers(questionnaire, answers)
        expect(route(questionnaire, kept)).toEqual(route(questionnaire, answers))
        expect(askedAnswers(questionnaire, kept)).toEqual(kept)
      }),
      RUNS,
    )
  })
})
