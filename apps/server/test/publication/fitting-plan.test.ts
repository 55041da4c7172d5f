import type { Questionnaire, ReportPlan } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { fittingPlan, leftOutOf } from '../../src/publication/fitting-plan.ts'

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

  it('compares what is left, and keeps what it is weighted by', () => {
    const basis = { weighted: { by: ['district'] } }
    const compared = (comparisons: NonNullable<ReportPlan['comparisons']>): Partial<ReportPlan> => {
      const fitted = fittingPlan({ ...PLAN, basis, comparisons }, questionnaireWith('t1', 'age'))
      return { basis: fitted.basis, comparisons: fitted.comparisons } as Partial<ReportPlan>
    }
    expect(compared('none')).toEqual({ basis, comparisons: 'none' })
    expect(compared({ questions: ['t1', 't2'], breakdowns: ['district', 'age'] })).toEqual({
      basis,
      comparisons: { questions: ['t1'], breakdowns: ['age'] },
    })
    const pairs = [
      ['t1', 'age'],
      ['t2', 'age'],
      ['t1', 'district'],
    ] as const
    expect(compared(pairs)).toEqual({ basis, comparisons: [['t1', 'age']] })
  })

  it('says what it leaves out', () => {
    expect(leftOutOf(PLAN, fittingPlan(PLAN, questionnaireWith('t1', 'age')))).toEqual(['t2', 'district'])
    expect(leftOutOf(PLAN, fittingPlan(PLAN, questionnaireWith('t1', 't2', 'district', 'age')))).toEqual([])
  })

  it('publishes a number in the bands of its breakdown, alone or beside other questions', () => {
    for (const questions of [['age'], ['t1', 'age']]) {
      const plan = { ...PLAN, questions, headline: 'age' }
      expect(fittingPlan(plan, questionnaireWith('t1', 'district', 'age'))).toEqual(plan)
    }
  })

  it('leaves out a number that no breakdown puts in bands', () => {
    const plan = { questions: ['t1', 'age'], breakdowns: [] }
    expect(fittingPlan(plan, questionnaireWith('t1', 'age')).questions).toEqual(['t1'])
  })

  it('is refused when nothing of it is left, and never publishes what nobody chose', () => {
    const changed = questionnaireWith('q1', 'q2', 'support', 'district')
    expect(() => fittingPlan(PLAN, changed)).toThrow(
      expect.objectContaining({ code: 'planFitsNothing', details: { planned: ['t1', 't2'] } }),
    )
  })
})

describe('a plan that names no question', () => {
  it('publishes every choice question that is not sensitive and does not split the others', () => {
    const plan = { questions: [], breakdowns: PLAN.breakdowns }
    expect(fittingPlan(plan, questionnaireWith('q1', 'q2', 'support', 'district'))).toEqual({
      questions: ['q1', 'q2'],
      breakdowns: [{ variable: 'district' }],
    })
  })

  it('publishes rows of a matrix, and neither places in a ranking, dates nor what is worked out', () => {
    const more = { title: 'x' }
    const elements = [
      { type: 'matrix', name: 'care', rows: ['quick', 'kind'], columns: [1, 2], ...more },
      { type: 'ranking', name: 'first', choices: ['a', 'b'], ...more },
      { type: 'text', inputType: 'date', name: 'since', ...more },
      { type: 'text', inputType: 'email', name: 'mail', ...more },
    ]
    const calculatedValues = [{ name: 'glad', expression: '{care.quick} = 1', includeIntoResult: true }]
    const { questionnaire } = compile({
      title: 'Proef',
      locale: 'nl',
      calculatedValues,
      pages: [{ name: 'p', elements }],
    })
    const split = { variable: 'first__a' }
    expect(fittingPlan({ questions: [], breakdowns: [split] }, questionnaire as Questionnaire)).toEqual({
      questions: ['care__quick', 'care__kind'],
      breakdowns: [],
    })
  })
})
