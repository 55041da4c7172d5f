import { ConditionRunner, Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '@klankbord/model'
import { compile, evaluate, route } from '@klankbord/questionnaire'

describe('a listed difference from survey-core', () => {
  it('is that an open answer of two quotation marks is an answer', () => {
    const answers = { words: "''" }
    expect(new ConditionRunner('{words} empty').runValues({ ...answers })).toBe(true)
    expect(evaluate({ op: 'empty', left: { variable: 'words' } }, answers)).toBe(false)
  })

  it('is that an answer behind a closed door opens no other door', () => {
    const definition = {
      title: 'x',
      pages: [
        {
          name: 'p',
          elements: [
            { type: 'boolean', name: 'first', title: 'x' },
            { type: 'boolean', name: 'second', title: 'x', visibleIf: '{first} = true' },
            { type: 'boolean', name: 'third', title: 'x', visibleIf: '{second} = true' },
          ],
        },
      ],
    }
    const answers = { first: false, second: true }
    const model = new Model(definition)
    model.data = { ...answers }
    expect(model.getQuestionByName('third').isVisible).toBe(true)
    expect([...route(compile(definition).questionnaire as Questionnaire, answers).asked]).toEqual(['first'])
  })

  it('is that a bracket must be closed', () => {
    expect(new ConditionRunner('({q} = 1').runValues({ q: 1 })).toBe(true)
    const [found] = compile({
      title: 'x',
      pages: [{ name: 'p', elements: [{ type: 'boolean', name: 'q', title: 'x', visibleIf: '({q} = 1' }] }],
    }).findings
    expect(found?.message).toBe('condition cannot be read: visibleIf of boolean q (a ) is missing)')
  })
})
