import { describe, expect, it } from 'vitest'
import type { Question } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'

const asking = (...elements: unknown[]): unknown => ({ title: 'Hulp', pages: [{ name: 'p', elements }] })

const words = (...validators: unknown[]): unknown => asking({ type: 'text', name: 'q1', title: 'Waarom?', validators })

const number = (extra: object, ...validators: unknown[]): unknown =>
  asking({ type: 'text', inputType: 'number', name: 'q1', title: 'Hoeveel?', ...extra, validators })

const several = (extra: object, ...validators: unknown[]): unknown =>
  asking({ type: 'checkbox', name: 'q1', title: 'Welke?', choices: [1, 2, 3, 4], ...extra, validators })

const faultsOf = (definition: unknown): string[] =>
  compile(definition).findings.map((found) => `${found.code} ${found.path.replace('/pages/0/elements/0', '')}`)

const only = (definition: unknown): Question => {
  const { questionnaire, findings } = compile(definition)
  expect(findings).toEqual([])
  return questionnaire?.questions[0] as Question
}

describe('a validator that an author writes', () => {
  it('is compiled with the sentence that goes with it', () => {
    const path = '/pages/0/elements/0/validators'
    expect(only(number({}, { type: 'numeric', minValue: 0, maxValue: 9, text: 'Van 0 tot 9' })).validators).toEqual([
      { path: `${path}/0`, message: { nl: 'Van 0 tot 9' }, type: 'range', min: 0, max: 9 },
    ])
    const all = words(
      { type: 'text', minLength: 3, maxLength: 20, allowDigits: false },
      { type: 'email' },
      { type: 'regex', regex: '^Z', caseInsensitive: true, text: { default: 'Met een Z', en: 'With a Z' } },
    )
    expect(compile(all).questionnaire?.questions[0]?.validators).toEqual([
      { path: `${path}/0`, type: 'length', min: 3, max: 20, digits: false },
      { path: `${path}/1`, type: 'email' },
      {
        path: `${path}/2`,
        message: { nl: 'Met een Z', en: 'With a Z' },
        type: 'pattern',
        pattern: '^Z',
        caseInsensitive: true,
        steps: [
          { at: 'start', to: 1 },
          {
            in: [
              [90, 90],
              [122, 122],
            ],
            to: 2,
          },
          { match: true },
        ],
      },
    ])
  })

  it('may look at its own question, at the same screen and back, and not ahead', () => {
    const definition = (expression: string): unknown => ({
      title: 'Hulp',
      pages: [
        {
          name: 'p',
          shortGroup: true,
          elements: [
            { type: 'text', inputType: 'number', name: 'low', title: 'Van' },
            {
              type: 'text',
              inputType: 'number',
              name: 'high',
              title: 'Tot',
              validators: [{ type: 'expression', expression }],
            },
          ],
        },
        { name: 'p2', elements: [{ type: 'text', inputType: 'number', name: 'later', title: 'Later' }] },
      ],
    })
    const { questionnaire, findings } = compile(definition('{high} >= {low}'))
    expect(findings).toEqual([])
    expect(questionnaire?.questions[1]?.validators).toEqual([
      {
        path: '/pages/0/elements/1/validators/0',
        type: 'expression',
        condition: { op: 'greaterOrEqual', left: { variable: 'high' }, right: { variable: 'low' } },
      },
    ])
    expect(compile(definition('{high} >= {later}')).findings.map(({ code }) => code)).toEqual(['conditionLooksAhead'])
    expect(compile(definition('{high} >=')).findings).toMatchObject([
      { code: 'malformedCondition', path: '/pages/0/elements/1/validators/0/expression' },
    ])
  })

  it.each([
    [words('email'), 'wrongPropertyType /validators/0'],
    [words({}), 'missingProperty /validators/0'],
    [words({ type: 3 }), 'wrongPropertyType /validators/0/type'],
    [words({ type: 'emial' }), 'unknownValidatorType /validators/0/type'],
    [words({ type: 'email', notificationType: 'warning' }), 'unknownProperty /validators/0/notificationType'],
    [words({ type: 'email', minValue: 1 }), 'propertyNotHere /validators/0/minValue'],
    [words({ type: 'numeric', minValue: 1 }), 'validatorNotHere /validators/0'],
    [words({ type: 'answercount', minCount: 1 }), 'validatorNotHere /validators/0'],
    [number({}, { type: 'regex', regex: '1' }), 'validatorNotHere /validators/0'],
    [several({}, { type: 'email' }), 'validatorNotHere /validators/0'],
    [number({}, { type: 'numeric' }), 'missingProperty /validators/0'],
    [words({ type: 'text' }), 'missingProperty /validators/0'],
    [words({ type: 'regex', regex: '' }), 'missingProperty /validators/0'],
    [words({ type: 'expression' }), 'missingProperty /validators/0'],
    [several({}, { type: 'answercount' }), 'missingProperty /validators/0'],
    [several({}, { type: 'answercount', minCount: 1, text: 'Kies' }), 'propertyNotHere /validators/0/text'],
    [number({}, { type: 'numeric', minValue: '1' }), 'wrongPropertyType /validators/0/minValue'],
    [number({}, { type: 'numeric', minValue: 5, maxValue: 4 }), 'contradictoryLimits /validators/0/minValue'],
    [number({ max: 4 }, { type: 'numeric', minValue: 5 }), 'contradictoryLimits /validators/0/minValue'],
    [number({ min: 5 }, { type: 'numeric', maxValue: 4 }), 'contradictoryLimits /validators/0/maxValue'],
    [words({ type: 'text', minLength: 5, maxLength: 4 }), 'contradictoryLimits /validators/0/minLength'],
    [
      number({}, { type: 'numeric', minValue: 5 }, { type: 'numeric', maxValue: 4 }),
      'contradictoryLimits /validators/1/maxValue',
    ],
    [
      words({ type: 'text', maxLength: 4 }, { type: 'email' }, { type: 'text', minLength: 5 }),
      'contradictoryLimits /validators/2/minLength',
    ],
    [words({ type: 'text', minLength: 251 }), 'limitOutOfRange /validators/0/minLength'],
    [words({ type: 'text', minLength: 1.5 }), 'limitOutOfRange /validators/0/minLength'],
    [words({ type: 'regex', regex: 'a(' }), 'badPattern /validators/0/regex'],
    [words({ type: 'regex', regex: '(a)\\1' }), 'unsupportedPattern /validators/0/regex'],
    [words({ type: 'regex', regex: 'a{9999}' }), 'definitionTooLarge /validators/0/regex'],
    [words(...Array.from({ length: 21 }, () => ({ type: 'email' }))), 'definitionTooLarge /validators'],
  ])('is refused at its place when it cannot judge an answer: %j', (definition, expected) => {
    expect(faultsOf(definition)).toContain(expected)
    expect(compile(definition).questionnaire).toBeNull()
  })

  it.each([
    ['emial', 'email'],
    ['regexvalidator', 'regex'],
    ['range', 'numeric'],
    ['Pattern', 'regex'],
    ['constructor', undefined],
  ])('gets a suggestion for its type when one is near: %s', (type, suggestion) => {
    expect(compile(words({ type })).findings[0]?.suggestion).toBe(suggestion)
  })

  it('is suggested without needless escapes', () => {
    expect(compile(words({ type: 'regex', regex: '\\w\\@' })).findings[0]).toMatchObject({
      message: 'pattern cannot be read: \\w\\@ (of validator 1 of text q1; invalid escape, after 3 characters)',
      suggestion: '\\w@',
    })
  })

  it.each([
    ['/^[1-9][0-9]{3} ?[A-Z]{2}$/i', '^[1-9][0-9]{3} ?[A-Z]{2}$', 'block', 'the pattern alone, beside caseInsensitive'],
    ['/^a\\/b/', '^a/b', 'block', 'the pattern alone'],
    ['/zaak/', 'zaak', 'hint', 'the pattern alone'],
  ])('is suggested without the slashes of a program: %s', (regex, suggestion, severity, expected) => {
    expect(compile(words({ type: 'regex', regex })).findings).toMatchObject([
      { code: 'patternInSlashes', suggestion, severity, details: { expected } },
    ])
  })

  it.each(['^/pictures/', '^/a/$', '/', 'a/b'])('may have slashes of its own: %s', (regex) => {
    expect(compile(words({ type: 'regex', regex })).findings).toEqual([])
  })

  it('shares a bounded room with all other patterns of the questionnaire', () => {
    const validators = [{ type: 'regex', regex: 'a{1500}' }]
    const elements = Array.from({ length: 8 }, (_, place) => ({
      type: 'text',
      name: `q${place}`,
      title: 'x',
      validators,
    }))
    expect(compile(asking(...elements)).findings).toMatchObject([
      {
        path: '/pages/0/elements/6/validators/0/regex',
        message: 'definition is too large: steps of all patterns together (at most 10000)',
      },
      { path: '/pages/0/elements/7/validators/0/regex' },
    ])
  })

  it('is read no further once that room is used up, however many are wrong', () => {
    const wrong = Array.from({ length: 20 }, () => ({ type: 'regex', regex: `${'a'.repeat(990)}(` }))
    const { findings } = compile(words(...wrong))
    expect(findings.filter(({ code }) => code === 'badPattern')).toHaveLength(11)
    expect(findings.filter(({ code }) => code === 'definitionTooLarge')).toHaveLength(9)
  })
})

describe('a count of answers', () => {
  it('becomes the stricter of the limits of its question', () => {
    const limits = (extra: object, validator: object): unknown => {
      const question = only(several(extra, { type: 'answercount', ...validator }))
      return question.type === 'checkbox' && [question.minSelected, question.maxSelected, question.validators]
    }
    expect(limits({}, { minCount: 2, maxCount: 3 })).toEqual([2, 3, undefined])
    expect(limits({ minSelectedChoices: 3, maxSelectedChoices: 4 }, { minCount: 2, maxCount: 3 })).toEqual([
      3,
      3,
      undefined,
    ])
    expect(limits({ minSelectedChoices: 1 }, { minCount: 0, maxCount: 3 })).toEqual([1, 3, undefined])
  })

  it.each([
    [several({}, { type: 'answercount', minCount: 3, maxCount: 2 }), 'contradictoryLimits /validators/0/minCount'],
    [
      several({ maxSelectedChoices: 2 }, { type: 'answercount', minCount: 3 }),
      'contradictoryLimits /validators/0/minCount',
    ],
    [
      several({ minSelectedChoices: 3 }, { type: 'answercount', maxCount: 2 }),
      'contradictoryLimits /validators/0/maxCount',
    ],
    [several({}, { type: 'answercount', minCount: 5 }), 'limitOutOfRange /validators/0/minCount'],
  ])('is refused when no answer could pass: %j', (definition, expected) => {
    expect(faultsOf(definition)).toEqual([expected])
  })

  it('of a ranking cannot be below what must be ranked', () => {
    const ranking = (extra: object, validator: object): unknown =>
      asking({
        type: 'ranking',
        name: 'q1',
        title: 'Wat eerst?',
        choices: ['a', 'b', 'c'],
        ...extra,
        validators: [{ type: 'answercount', ...validator }],
      })
    expect(faultsOf(ranking({}, { maxCount: 2 }))).toEqual(['contradictoryLimits /validators/0/maxCount'])
    expect(only(ranking({ selectToRankEnabled: true }, { minCount: 2 }))).toMatchObject({
      minSelected: 2,
      maxSelected: 3,
    })
  })
})
