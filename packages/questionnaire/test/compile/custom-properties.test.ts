import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Json } from '@klankbord/model'
import { compile, registerProfile } from '@klankbord/questionnaire'
import { wmo } from '../definitions/wmo.ts'

const OWN = new Set([
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

describe('a SurveyJS tool in which the profile is registered', () => {
  it('opens a definition without any complaint', () => {
    registerProfile()
    registerProfile()
    const model = new Model(wmo)
    expect(model.jsonErrors ?? []).toEqual([])
    expect(model.getAllQuestions().map((question) => question.name)).toEqual(
      compile(wmo).questionnaire?.questions.map((question) => question.name),
    )
  })

  it('keeps our own properties when it saves', () => {
    registerProfile()
    const saved = new Model(wmo).toJSON() as Json
    expect(ownProperties(wmo).length).toBeGreaterThan(20)
    expect(ownProperties(saved)).toEqual(ownProperties(wmo))
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
