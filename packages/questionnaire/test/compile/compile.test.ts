import { describe, expect, it } from 'vitest'
import { contentHash, type Finding, type Json } from '@klankbord/model'
import { compile, compileText } from '@klankbord/questionnaire'
import { wmo } from '../definitions/wmo.ts'

const codesOf = (definition: unknown): string[] => compile(definition).findings.map((found) => found.code)

/** A questionnaire with these questions, one after the other. */
const asking = (...elements: unknown[]): unknown => ({ title: 'Hulp', pages: [{ name: 'p', elements }] })

const choice = (extra: object = {}): object => ({
  type: 'radiogroup',
  name: 'q1',
  title: 'Goed?',
  choices: [1, 2],
  ...extra,
})

const only = (definition: unknown): Finding => {
  const { findings } = compile(definition)
  expect(findings.map((found) => found.message)).toHaveLength(1)
  return findings[0] as Finding
}

describe('compiling a definition of the profile', () => {
  it('gives a questionnaire without any finding', () => {
    const { questionnaire, findings } = compile(wmo)
    expect(findings).toEqual([])
    expect(questionnaire?.languages).toEqual(['nl', 'en'])
    expect(questionnaire?.title).toEqual({ nl: 'Hulp en ondersteuning', en: 'Help and support' })
  })

  it('gives the same bytes and hash whatever the order of keys', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, reversed(item ?? null)]),
      )
    }
    expect(JSON.stringify(compile(reversed(wmo)))).toBe(JSON.stringify(compile(wmo)))
  })

  it('gives plain JSON whose hash is that of all the rest', () => {
    const { questionnaire } = compile(wmo)
    expect(JSON.parse(JSON.stringify(questionnaire))).toEqual(questionnaire)
    const { hash, ...rest } = questionnaire ?? { hash: '' }
    expect(hash).toBe(contentHash(rest))
  })

  it('shows one question per screen, and a declared short group together', () => {
    expect(compile(wmo).questionnaire?.screens.map((screen) => screen.questions.join(' '))).toEqual([
      'has_support',
      'listened',
      'quick',
      'why_slow',
      'kinds',
      'transport_grade',
      'transport_why',
      'age quarter',
    ])
  })

  it('asks the questions of a page only when the page is asked', () => {
    const question = compile(wmo).questionnaire?.questions.find(({ name }) => name === 'why_slow')
    expect(question?.visibleIf).toEqual({
      op: 'and',
      of: [
        { op: 'equal', left: { variable: 'has_support' }, right: { value: true } },
        { op: 'anyOf', left: { variable: 'quick' }, right: { value: [4, 5] } },
      ],
    })
  })

  it('keeps markup in a title as the text that it is', () => {
    const { questionnaire } = compile(asking(choice({ title: '<b>Goed</b>?' })))
    expect(questionnaire?.questions[0]?.title).toEqual({ nl: '<b>Goed</b>?' })
  })

  it('writes what the ends of a rating mean into their options', () => {
    const { questionnaire } = compile(wmo)
    const grade = questionnaire?.questions.find(({ name }) => name === 'transport_grade')
    expect(grade && 'options' in grade && grade.options.map(({ text }) => text['nl'])).toEqual([
      '0 – heel slecht',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10 – heel goed',
    ])
  })
})

/** A definition that nobody can look into any more. */
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('a fault in a definition', () => {
  it.each([
    ['null', null, 'definitionNotObject'],
    ['a list', [], 'definitionNotObject'],
    ['a text', 'x', 'definitionNotObject'],
    ['an object that throws at whoever looks', revoked(), 'definitionNotJson'],
    ['a function', { title: () => 'x' }, 'definitionNotJson'],
    ['a value that is no JSON number', asking(choice({ min: Number.NaN })), 'definitionNotJson'],
    ['no pages', { title: 'x' }, 'missingProperty'],
    ['no questions', { title: 'x', pages: [] }, 'noQuestions'],
    ['a page that is no object', { title: 'x', pages: [null] }, 'wrongPropertyType'],
    ['a question that is no object', asking(null), 'wrongPropertyType'],
    ['a question without a type', asking({ name: 'q1' }), 'missingProperty'],
    ['an unknown type', asking({ type: 'matrixdynamic', name: 'q1' }), 'unknownElementType'],
    ['a type that is no text', asking({ type: 3, name: 'q1' }), 'wrongPropertyType'],
    ['an unknown property', asking(choice({ colour: 2 })), 'unknownProperty'],
    ['a property of another type', asking(choice({ rateMax: 2 })), 'propertyNotHere'],
    ['a wrong JSON type', asking(choice({ isRequired: 'yes' })), 'wrongPropertyType'],
    ['a missing name', asking({ ...choice(), name: undefined }), 'missingProperty'],
    ['a malformed name', asking(choice({ name: 'q 1' })), 'malformedName'],
    ['an inherited name', asking(choice({ name: 'constructor' })), 'malformedName'],
    ['two underscores in a name', asking(choice({ name: 'q__1' })), 'malformedName'],
    ['a name used twice', asking(choice(), choice()), 'duplicateName'],
    ['a missing title', asking(choice({ title: undefined })), 'missingText'],
    ['an empty title', asking(choice({ title: ' ' })), 'missingText'],
    ['a title without the source language', asking(choice({ title: { en: 'Good?' } })), 'missingText'],
    ['a title without any language', asking(choice({ title: {} })), 'missingText'],
    ['a text in no language', asking(choice({ title: { nl: 'x', '?': 'y' } })), 'unknownLanguage'],
    [
      'a text in a language that no engine can read',
      asking(choice({ title: { nl: 'x', 'abc-1a': 'y' } })),
      'unknownLanguage',
    ],
    ['two texts in one language', asking(choice({ title: { default: 'x', nl: 'y' } })), 'textGivenTwice'],
    ['a translation that is no text', asking(choice({ title: { nl: 'x', en: 3 } })), 'wrongPropertyType'],
    ['no choices', asking(choice({ choices: undefined })), 'missingProperty'],
    ['an empty list of choices', asking(choice({ choices: [] })), 'tooFewOptions'],
    ['1 beside "1"', asking(choice({ choices: [1, '1'] })), 'duplicateOptionValue'],
    ['"ja" beside "Ja"', asking(choice({ choices: ['ja', 'Ja'] })), 'duplicateOptionValue'],
    ['a word on the place of a number', asking(choice({ choices: [2, 'ja'] })), 'duplicateOptionCode'],
    ['a negative value', asking(choice({ choices: [1, -9] })), 'unusableOptionValue'],
    ['a value beyond a small whole number', asking(choice({ choices: [1, 40_000] })), 'unusableOptionValue'],
    ['an option without a value', asking(choice({ choices: [1, { text: 'x' }] })), 'missingProperty'],
    ['an option that is a list', asking(choice({ choices: [1, [2]] })), 'wrongPropertyType'],
    ['an unknown tone', asking(choice({ choices: [{ value: 1, tone: 'good' }] })), 'unknownPropertyValue'],
    [
      'ratings without a scale',
      asking({ type: 'rating', name: 'q1', title: 'x', rateMin: 5, rateMax: 1 }),
      'badRateLimits',
    ],
    ['too many ratings', asking({ type: 'rating', name: 'q1', title: 'x', rateMax: 1e9 }), 'badRateLimits'],
    [
      'min above max',
      asking({ type: 'text', inputType: 'number', name: 'q1', title: 'x', min: 3, max: 2 }),
      'contradictoryLimits',
    ],
    ['min without a number', asking({ type: 'text', name: 'q1', title: 'x', min: 3 }), 'propertyNotHere'],
    ['a step of 0', asking({ type: 'text', inputType: 'number', name: 'q1', title: 'x', step: 0 }), 'limitOutOfRange'],
    [
      'an unknown input type',
      asking({ type: 'text', inputType: 'color', name: 'q1', title: 'x' }),
      'unknownPropertyValue',
    ],
    ['a length of 0', asking({ type: 'comment', name: 'q1', title: 'x', maxLength: 0 }), 'limitOutOfRange'],
    ['more to choose than there is', asking(choice({ type: 'checkbox', minSelectedChoices: 3 })), 'limitOutOfRange'],
    ['a NUL in a text', asking(choice({ title: 'a\u0000b' })), 'definitionCharacter'],
    ['half a surrogate pair', asking(choice({ title: 'a\uD83D' })), 'definitionCharacter'],
    ['an unknown language', { ...(asking(choice()) as object), locale: 'Nederlands' }, 'unknownLanguage'],
  ])('is found: %s', (_, definition, code) => {
    const { questionnaire, findings } = compile(definition)
    expect(findings.filter((found) => found.severity === 'block').map((found) => found.code)).toEqual([code])
    expect(questionnaire).toBeNull()
  })

  it('has a place, a sentence and what was meant', () => {
    const found = only(asking({ type: 'comment', name: 'q1', title: 'x', titel: 'y' }))
    expect(found.path).toBe('/pages/0/elements/0/titel')
    expect(found.message).toBe('unknown property: titel (on comment q1)')
    expect(found.suggestion).toBe('title')
  })

  it.each([
    ['choises', asking({ ...choice(), choises: [1] }), 'choices'],
    ['a definition that is still a text', JSON.stringify(asking(choice())), 'compileText'],
    ['a type', asking(choice({ type: 'radogroup' })), 'radiogroup'],
    ['a name with capitals', asking(choice({ name: 'Vraag 1' })), 'vraag_1'],
    ['elements outside a page', { ...(asking(choice()) as object), elements: [] }, 'pages'],
    ['a language in capitals', asking(choice({ title: { nl: 'x', EN: 'y' } })), 'en'],
    ['a language with an underscore', { ...(asking(choice()) as object), locale: 'nl_BE' }, 'nl-be'],
    ['a missing reason', asking(choice({ choices: [1, { value: -3, missingReason: 'dontknow' }] })), 'dontKnow'],
  ])('suggests what was meant by %s', (_, definition, suggestion) => {
    expect(compile(definition).findings[0]?.suggestion).toBe(suggestion)
  })

  it('comes with all other faults at once', () => {
    expect(codesOf({ pages: [{ name: 'P', elements: [{ type: 'comment', name: '1' }] }] })).toEqual([
      'missingText',
      'malformedName',
      'malformedName',
      'missingText',
    ])
  })
})

describe('advice on a definition', () => {
  it('hints at a missing translation without standing in the way', () => {
    const { questionnaire, findings } = compile(asking(choice({ title: { nl: 'Goed?', en: 'Good?' } })))
    expect(questionnaire).not.toBeNull()
    expect(findings.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['missingTranslation', 'hint', '/title'],
    ])
  })

  it.each([
    [-1, 'notApplicable', 'unusableOptionValue', '-5'],
    [-3, 'refused', 'unusableOptionValue', '-4'],
    [99, 'dontKnow', 'emptyRecoded', '-3'],
    [-9, 'dontKnow', 'emptyRecoded', '-3'],
  ])('gives the number that a kind of empty has: %d is no %s', (value, missingReason, code, suggestion) => {
    const { findings } = compile(asking(choice({ choices: [1, { value, text: 'Weet niet', missingReason }] })))
    expect(findings).toMatchObject([{ code, suggestion, path: '/pages/0/elements/0/choices/1' }])
  })

  it.each([-3, 'weet_niet'])('takes a kind of empty by its number or by a word: %s', (value) => {
    const choices = [1, { value, text: 'Weet niet', missingReason: 'dontKnow' }]
    expect(compile(asking(choice({ choices }))).findings).toEqual([])
  })

  it('hints at a comparison that also holds for people who do not know', () => {
    const choices = [1, 2, { value: -3, missingReason: 'dontKnow' }]
    const later = { type: 'comment', name: 'q2', title: 'Waarom?', visibleIf: '{q1} < 2' }
    expect(codesOf(asking(choice({ choices }), later))).toEqual(['conditionOnEmptyCode'])
  })
})

describe('compiling a text', () => {
  it('reads JSON', () => {
    expect(compileText(JSON.stringify(wmo))).toEqual(compile(wmo))
  })

  it('says where a text stops being JSON, without repeating it', () => {
    const { questionnaire, findings } = compileText('{"title": geheim}')
    expect(questionnaire).toBeNull()
    expect(findings[0]?.code).toBe('definitionNotJson')
    expect(findings[0]?.message).not.toContain('geheim')
  })
})
