import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

const codes = (definition: unknown) => compile(definition).findings.map(({ code }) => code)
const later = (visibleIf: string): object => question('comment', 'last', { visibleIf })

describe('one fault is one finding, whatever looks at it', () => {
  it.each([
    [
      'a name that is used twice',
      asking(
        question('matrix', 'care', { rows: ['staff'], columns: [1, 2] }),
        question('boolean', 'yes'),
        question('text', 'care', { visibleIf: '{yes} = true' }),
        later('{care.staff} = 1'),
      ),
      'duplicateName',
    ],
    [
      'a name of a question that a calculated value has too',
      {
        ...asking(question('boolean', 'yes'), later('{yes} = true')),
        calculatedValues: [{ name: 'yes', expression: '1' }],
      },
      'duplicateName',
    ],
    [
      'a panel with a name in it that is used twice',
      asking(question('boolean', 'a'), question('boolean', 'b'), {
        type: 'panel',
        name: 'group',
        visibleIf: '{b} = true',
        elements: [question('comment', 'a')],
      }),
      'duplicateName',
    ],
    [
      'limits of a rating',
      asking(question('rating', 'mark', { rateMin: 11, rateMax: 10 }), later('{mark} < 6')),
      'badRateLimits',
    ],
    [
      'an option that cannot be used',
      asking(question('radiogroup', 'one', { choices: [1, -9] }), later('{one} = -9')),
      'unusableOptionValue',
    ],
    [
      'a type of input',
      asking(question('text', 'age', { inputType: 'numer' }), later('{age} > 3')),
      'unknownPropertyValue',
    ],
    [
      'markup in one language',
      asking(
        { type: 'html', name: 'h', html: { nl: '<p>a <u>b</p>', en: '<p>a</p>' } },
        question('comment', 'q', { title: { nl: 'x', en: 'x' } }),
      ),
      'htmlNotAllowed',
    ],
    [
      'a tag that is not allowed, opened and closed',
      asking({ type: 'html', name: 'h', html: '<div>a</div>' }, question('comment', 'q')),
      'htmlNotAllowed',
    ],
    ['words of another type', asking(question('comment', 'q', { title: { nl: 3, en: 'x' } })), 'wrongPropertyType'],
    [
      'a page inside a page',
      asking({ type: 'page', name: 'inner', elements: [question('boolean', 'yes')] }, later('{yes} = true')),
      'unknownElementType',
    ],
  ])('%s', (_, definition, code) => {
    expect(codes(definition).filter((each) => each !== 'missingTranslation')).toEqual([code])
  })

  it.each(['de', undefined])('a source language that no text has: %s', (locale) => {
    const title = { en: 'Help', fr: 'Aide' }
    const more = { description: { en: 'x', fr: 'y' }, title }
    const many = Array.from({ length: 9 }, (_, place) => question('comment', `q${place}`, more))
    expect(compile({ ...asking(...many), title, locale }).findings).toMatchObject([
      {
        path: '/locale',
        message: `no text in the source language: ${locale ?? 'nl'} (texts have en, fr)`,
        suggestion: 'en',
      },
    ])
  })

  it('is no missing translation either', () => {
    const html = { nl: '<p>a <u>b</u></p>', en: '<p>a</p>' }
    const title = { nl: 'x', en: 'x' }
    const definition = { ...asking({ type: 'html', name: 'h', html }, question('comment', 'q', { title })), title }
    expect(codes(definition)).toEqual(['htmlNotAllowed'])
  })
})

it('suggests the method of a scale that another word stands for', () => {
  const scales = [{ name: 's', title: 'x', method: 'average', items: ['q'] }]
  expect(compile({ ...asking(question('rating', 'q')), scales }).findings).toMatchObject([{ suggestion: 'mean' }])
})

it('names every type of element in the sentence about an unknown one', () => {
  const [found] = compile(asking({ type: 'vraag', name: 'q' })).findings
  expect(found?.message).toContain('signaturepad, html, expression, panel)')
})
