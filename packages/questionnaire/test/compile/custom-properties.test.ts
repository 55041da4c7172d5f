import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Json } from '@klankbord/model'
import { compile, registerProfile } from '@klankbord/questionnaire'
import {
  ELEMENT_PROPERTIES,
  ITEM_PROPERTIES,
  OPTION_PROPERTIES,
  PAGE_PROPERTIES,
  QUESTIONNAIRE_PROPERTIES,
} from '../../src/compile/profile.ts'
import { everything } from '../definitions/everything.ts'
import { wmo } from '../definitions/wmo.ts'

const OWN = new Set([
  'scales',
  'durations',
  'blocking',
  'measurement',
  'pictogram',
  'audio',
  'topic',
  'theme',
  'scale',
  'sensitive',
  'benchmarkKey',
  'prompt',
  'missingReason',
  'tone',
  'exclusive',
  'shortGroup',
  'eligibility',
  'consent',
  'practiceQuestion',
  'contactAgain',
  'helpLines',
  'helpLine',
])

/** Every own property in a definition, with the name or value of the element that has it. */
function ownProperties(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => ownProperties(item as Json))
  const element = value as { readonly [key: string]: Json }
  const label = JSON.stringify(element['name'] ?? element['value'] ?? '')
  return Object.entries(element)
    .flatMap(([key, item]) => [
      ...(OWN.has(key) ? [`${label} ${key} ${JSON.stringify(item)}`] : []),
      ...ownProperties(item),
    ])
    .toSorted()
}

/** Every key in a value. */
function keysIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item as Json))
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item ?? null)])
}

describe('a SurveyJS tool in which the profile is registered', () => {
  it.each([
    ['a usual questionnaire', wmo],
    ['everything', everything],
  ])('opens a definition without any complaint: %s', (_, definition) => {
    registerProfile()
    registerProfile()
    const model = new Model(definition)
    expect(model.jsonErrors ?? []).toEqual([])
    const { questions = [], notes = [] } = compile(definition).questionnaire ?? {}
    const names = [...questions, ...notes].map(({ name }) => name)
    expect(model.getAllQuestions().map(({ name }) => name)).toHaveLength(names.length)
    expect(new Set(model.getAllQuestions().map(({ name }) => name))).toEqual(new Set(names))
  })

  it.each([
    ['a usual questionnaire', wmo, 20],
    ['everything', everything, 40],
  ])('keeps our own properties when it saves: %s', (_, definition, least) => {
    registerProfile()
    const saved = new Model(definition).toJSON() as Json
    expect(ownProperties(definition).length).toBeGreaterThan(least)
    expect(ownProperties(saved)).toEqual(ownProperties(definition))
  })

  it('keeps the limits of an item, and holds answers to them', () => {
    registerProfile()
    const item = { name: 'people', inputType: 'number', title: 'x', min: 1, max: 5, step: 1 }
    const model = new Model({ elements: [{ type: 'multipletext', name: 'q', items: [item] }] })
    expect(JSON.stringify(model.toJSON())).toContain('"min":1')
    model.data = { q: { people: 0 } }
    expect(model.validate(false)).toBe(false)
    model.data = { q: { people: 3 } }
    expect(model.validate(false)).toBe(true)
  })

  it('names each property of the profile', () => {
    const written = new Set(keysIn(everything))
    const tables = [
      QUESTIONNAIRE_PROPERTIES,
      PAGE_PROPERTIES,
      ITEM_PROPERTIES,
      ...Object.values(ELEMENT_PROPERTIES),
      ...Object.values(OPTION_PROPERTIES),
    ]
    const missing = tables.flatMap((table) => Object.keys(table)).filter((property) => !written.has(property))
    expect(missing).toEqual([])
  })

  it('counts the same ratings, whichever ends are written', () => {
    for (const ends of [
      {},
      { rateMin: 0 },
      { rateMax: 7 },
      { rateMin: 2, rateCount: 4 },
      { rateMax: 9, rateCount: 4 },
      { rateMin: 1, rateMax: 3, rateCount: 3 },
    ]) {
      const definition = {
        title: 'x',
        pages: [{ name: 'p', elements: [{ type: 'rating', name: 'q', title: 'x', ...ends }] }],
      }
      const [question] = compile(definition).questionnaire?.questions ?? []
      const rating = new Model(definition).getQuestionByName('q') as unknown as {
        visibleRateValues: { value: number }[]
      }
      expect(question && 'options' in question && question.options.map(({ value }) => value)).toEqual(
        rating.visibleRateValues.map(({ value }) => value),
      )
    }
  })
})
