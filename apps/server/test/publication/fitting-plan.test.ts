import type { Questionnaire, ReportPlan } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { fittingPlan } from '../../src/publication/fitting-plan.ts'

const PLAN: ReportPlan = {
  questions: ['t1', 't2'],
  breakdowns: [{ variable: 'district' }, { variable: 'age', bands: [{ code: 1, label: { nl: 'tot 45' }, to: 45 }] }],
  headline: 't2',
}

function questionnaireWith(...names: readonly string[]): Questionnaire {
  const element = (name: string): object =>
    name === 'age'
      ? { type: 'text', inputType: 'number', name, title: 'Hoe oud bent u?' }
      : { type: 'radiogroup', name, title: name, choices: [1, 2], ...(name === 'support' ? { sensitive: true } : {}) }
  const definition = { title: 'Proef', locale: 'nl', pages: [{ name: 'all', elements: names.map(element) }] }
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return questionnaire
}

describe('the plan of a study whose questionnaire was changed afterwards', () => {
  it('stays as it is while everything in it is asked', () => {
    expect(fittingPlan(PLAN, questionnaireWith('t1', 't2', 'district', 'age', 'support'))).toEqual(PLAN)
  })

  it('leaves out what is no longer asked, the headline included', () => {
    expect(fittingPlan(PLAN, questionnaireWith('t1', 'age'))).toEqual({
      questions: ['t1'],
      breakdowns: [PLAN.breakdowns[1]],
    })
  })

  it('publishes every choice question that is not sensitive when nothing of it is left', () => {
    expect(fittingPlan(PLAN, questionnaireWith('q1', 'q2', 'support', 'district'))).toEqual({
      questions: ['q1', 'q2'],
      breakdowns: [{ variable: 'district' }],
    })
  })
})
