import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import type { Json, Questionnaire } from '@klankbord/model'
import { compile, decompile, registerProfile } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { wmo } from '../definitions/wmo.ts'

type Definition = { readonly [key: string]: Json }

/** Questionnaires of which each says something in a way of its own. */
const DEFINITIONS: readonly (readonly [string, Definition])[] = [
  ['a questionnaire of the field', wmo],
  ['one with everything of the profile', everything],
]

function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (!questionnaire) throw new Error(findings.map(({ path, message }) => `${path} ${message}`).join('\n'))
  return questionnaire
}

/** A questionnaire with these elements on one page. */
const asking = (elements: readonly Json[], more: Definition = {}): Definition => ({
  title: 'Hulp',
  ...more,
  pages: [{ name: 'p', elements }],
})

describe('a questionnaire that is written back', () => {
  it.each(DEFINITIONS)('is the very same when it is compiled again: %s', (_, definition) => {
    const questionnaire = compiled(definition)
    const again = compiled(decompile(questionnaire))
    expect(again).toEqual(questionnaire)
    expect(again.hash).toBe(questionnaire.hash)
  })

  it.each(DEFINITIONS)('is opened by SurveyJS without a complaint: %s', (_, definition) => {
    registerProfile()
    const written = decompile(compiled(definition))
    expect(new Model(structuredClone(written)).jsonErrors ?? []).toEqual([])
  })

  it.each(DEFINITIONS)('is plain JSON, and written once more it is the same: %s', (_, definition) => {
    const written = decompile(compiled(definition))
    expect(JSON.parse(JSON.stringify(written))).toEqual(written)
    expect(decompile(compiled(written))).toEqual(written)
  })

  it('gives a text as a string where it is in one language only', () => {
    const written = decompile(compiled(asking([{ type: 'comment', name: 'q1', title: { nl: 'Waarom?' } }])))
    expect(written).toMatchObject({
      locale: 'nl',
      title: 'Hulp',
      pages: [{ elements: [{ type: 'comment', name: 'q1', title: 'Waarom?' }] }],
    })
  })

  it('leaves out labels of our own, which would bring a language that the author never wrote', () => {
    const elements = [{ type: 'boolean', name: 'q1', title: 'Goed?' }]
    const questionnaire = compiled(asking(elements))
    const written = decompile(questionnaire)
    expect(written['pages']).toEqual([{ name: 'p', elements }])
    expect(compiled(written).languages).toEqual(['nl'])
  })

  it('takes what the ends of a rating mean out of their options again', () => {
    const rating = {
      type: 'rating',
      name: 'q1',
      title: 'Cijfer?',
      rateMin: 0,
      rateMax: 10,
      minRateDescription: 'slecht',
      maxRateDescription: 'goed',
    }
    expect(decompile(compiled(asking([rating])))['pages']).toEqual([{ name: 'p', elements: [rating] }])
  })

  it('leaves the conditions of page and panel to page and panel', () => {
    const pages = [
      { name: 'a', elements: [{ type: 'boolean', name: 'q1', title: 'A?' }] },
      { name: 'b', elements: [{ type: 'boolean', name: 'q2', title: 'B?' }] },
      {
        name: 'c',
        visibleIf: '{q1} = true and {q2} notempty',
        elements: [
          {
            type: 'panel',
            name: 'd',
            visibleIf: '{q2} = true or {q1} empty',
            elements: [
              { type: 'comment', name: 'q3', title: 'C?', visibleIf: '{q1} = true and {q2} = true', maxLength: 4000 },
              { type: 'comment', name: 'q4', title: 'D?', maxLength: 4000 },
            ],
          },
        ],
      },
    ]
    const questionnaire = compiled({ title: 'Hulp', pages })
    const written = decompile(questionnaire)
    expect(compiled(written)).toEqual(questionnaire)
    expect(written['pages']).toMatchObject([{}, {}, { elements: [{ elements: [{}, { title: 'D?' }] }] }])
    expect(JSON.stringify(written).match(/visibleIf/g)).toHaveLength(3)
  })

  it('keeps the place of a validator beside one that became a limit', () => {
    const question = {
      type: 'checkbox',
      name: 'q1',
      title: 'Welke?',
      choices: [1, 2, 3],
      validators: [
        { type: 'answercount', maxCount: 2 },
        { type: 'expression', expression: '{q1} notcontains 3' },
      ],
    }
    const questionnaire = compiled(asking([question]))
    expect(compiled(decompile(questionnaire))).toEqual(questionnaire)
  })
})
