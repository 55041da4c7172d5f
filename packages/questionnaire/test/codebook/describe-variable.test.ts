import { describe, expect, it } from 'vitest'
import type { Questionnaire, Variable } from '@klankbord/model'
import { codebook } from '../../src/codebook/codebook.ts'
import { everyElement } from './every-element.ts'

const variable = (name: string, questionnaire: Questionnaire = everyElement): Variable => {
  const found = codebook(questionnaire).variables.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no variable ${name}`)
  return found
}

describe('somebody who reads the codebook', () => {
  it('sees the text of a row under the title of its matrix, and what the matrix measures', () => {
    expect(variable('care__quick')).toMatchObject({
      label: { nl: 'Rij quick', en: 'Row quick' },
      prompt: { nl: 'Vraag care', en: 'Question care' },
      scale: 'agreement',
      benchmarkKey: 'care__quick',
      measurement: 'ordinal',
    })
    expect(variable('care__quick').categories.map(({ code, tone, empty }) => [code, tone ?? empty])).toEqual([
      [1, 'positive'],
      [2, 'negative'],
      [-3, 'dontKnow'],
    ])
  })

  it('sees the option that words stand beside, and of which question', () => {
    expect(variable('radio__other')).toMatchObject({
      label: { nl: 'Keuze anders' },
      prompt: { nl: 'Vraag radio' },
      categories: [],
      measurement: 'nominal',
    })
  })

  it('sees an item, a ranked option and a question in a panel under the title they belong to', () => {
    expect(variable('several__second')).toMatchObject({
      label: { nl: 'Vraag second' },
      prompt: { nl: 'Vraag several' },
    })
    expect(variable('rank__groen')).toMatchObject({ label: { nl: 'Keuze groen' }, prompt: { nl: 'Vraag rank' } })
    expect(variable('helpers__2__hours')).toMatchObject({
      label: { nl: 'Vraag hours' },
      prompt: { nl: 'Vraag helpers (2)', en: 'Question helpers (2)' },
    })
    expect(variable('helpers__count')).toMatchObject({ label: { nl: 'Aantal', en: 'Number' }, measurement: 'ratio' })
  })

  it('sees the places of a ranking in words', () => {
    expect(variable('rank__rood').categories).toEqual([
      { code: 1, value: 1, label: { nl: '1e keuze', en: 'choice 1' } },
      { code: 2, value: 2, label: { nl: '2e keuze', en: 'choice 2' } },
      { code: 3, value: 3, label: { nl: '3e keuze', en: 'choice 3' } },
    ])
  })

  it('sees own words under the source language, too, where that is neither Dutch nor English', () => {
    const german = { ...everyElement, language: 'de' }
    expect(variable('rank__rood', german).categories[0]?.label).toEqual({
      de: 'choice 1',
      nl: '1e keuze',
      en: 'choice 1',
    })
  })

  it('sees what may be done with the answers', () => {
    const levels = ['radio', 'rate', 'yes', 'ticks', 'rank__rood', 'amount', 'day', 'since', 'story', 'waited', 'shown']
    expect(levels.map((name) => `${name} ${variable(name).measurement}`)).toEqual([
      'radio nominal',
      'rate ordinal',
      'yes nominal',
      'ticks nominal',
      'rank__rood ordinal',
      'amount interval',
      'day interval',
      'since interval',
      'story nominal',
      'waited ratio',
      'shown ratio',
    ])
    const said = everyElement.questions.map((question) =>
      question.name === 'care' ? { ...question, measurement: 'interval' as const } : question,
    )
    expect(variable('care__2', { ...everyElement, questions: said }).measurement).toBe('interval')
  })

  it('sees that a part is as sensitive as what it belongs to', () => {
    expect(variable('helpers__1__why').sensitive).toBe(true)
    expect(variable('helpers__1__who').sensitive).toBe(false)
    const sensitive = everyElement.questions.map((question) => ({ ...question, sensitive: true }))
    const all = codebook({ ...everyElement, questions: sensitive }).variables
    expect(all.filter((each) => !each.sensitive).map(({ name }) => name)).toEqual(['often', 'moment', 'word', 'shown'])
  })

  it('sees that a worked-out value is as sensitive as what it is worked out from', () => {
    const calculatedValues = [
      { name: 'first', path: '', value: { variable: 'story' }, valueType: 'boolean' as const, kept: true },
      { name: 'second', path: '', value: { variable: 'first' }, valueType: 'boolean' as const, kept: true },
      { name: 'third', path: '', value: { variable: 'helpers' }, valueType: 'boolean' as const, kept: true },
      { name: 'fourth', path: '', value: { variable: 'radio' }, valueType: 'boolean' as const, kept: true },
    ]
    const names = calculatedValues.map(({ name }) => name)
    const questionnaire = { ...everyElement, calculatedValues }
    expect(names.filter((name) => variable(name, questionnaire).sensitive)).toEqual(['first', 'second', 'third'])
  })

  it('sees that a duration is as sensitive as its amount, its unit and what says whether it was over', () => {
    const sensitiveAs = (name: string): boolean => {
      const questions = everyElement.questions.map((each) => (each.name === name ? { ...each, sensitive: true } : each))
      const durations = everyElement.durations?.map((duration) => ({
        ...duration,
        censoredIf: { op: 'notEmpty' as const, left: { variable: 'yes' } },
      }))
      return variable('waited', { ...everyElement, questions, ...(durations && { durations }) }).sensitive
    }
    expect(['amount', 'unit', 'yes', 'radio'].map(sensitiveAs)).toEqual([true, true, true, false])
  })

  it('sees of which scales a variable is an item', () => {
    const scales = ['one', 'two'].map((name) => ({
      name,
      path: '',
      title: { nl: name },
      method: 'mean' as const,
      items: name === 'one' ? ['rate', 'care__2'] : ['care__2'],
      reversed: [],
      minimum: 1,
      maximum: 2,
      minimumAnswered: 1,
    }))
    const questionnaire = { ...everyElement, scales }
    expect(variable('care__2', questionnaire).scales).toEqual(['one', 'two'])
    expect(variable('rate', questionnaire).scales).toEqual(['one'])
    expect(variable('radio', questionnaire)).not.toHaveProperty('scales')
  })

  it('sees of a worked-out yes or no both codes', () => {
    expect(variable('often').categories.map(({ code, value, label }) => [code, value, label['en']])).toEqual([
      [1, true, 'Yes'],
      [2, false, 'No'],
    ])
    expect(variable('shown').label).toEqual({ nl: 'Dat is samen', en: 'Together' })
  })
})
