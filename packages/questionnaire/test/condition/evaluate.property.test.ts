import fc from 'fast-check'
import { ConditionRunner } from 'survey-core'
import { describe, expect, inject, it } from 'vitest'
import type { Answers } from '@klankbord/model'
import { compile, evaluate } from '@klankbord/questionnaire'

const WORDS = ['ja', 'Nee', 'soms wel', 'a-b']

const elements = [
  { type: 'radiogroup', name: 'one', title: 'x', choices: [1, 2, 3, { value: -3, missingReason: 'dontKnow' }, 0] },
  { type: 'radiogroup', name: 'other', title: 'x', choices: [1, 2, 3, 10, 12] },
  { type: 'radiogroup', name: 'word', title: 'x', choices: WORDS },
  { type: 'radiogroup', name: 'digits', title: 'x', choices: ['1', '02', '3.5', 'x'] },
  { type: 'radiogroup', name: 'mixed', title: 'x', choices: [5, 'ja', 'vijf'] },
  { type: 'rating', name: 'grade', title: 'x', rateMin: 0, rateMax: 10 },
  { type: 'boolean', name: 'yes', title: 'x' },
  { type: 'checkbox', name: 'many', title: 'x', choices: [1, 2, 3, 12, { value: -4, missingReason: 'refused' }] },
  { type: 'checkbox', name: 'words', title: 'x', choices: WORDS },
  { type: 'text', inputType: 'number', name: 'age', title: 'x' },
  { type: 'text', name: 'line', title: 'x' },
]

const whole = fc.constantFrom(-4, -3, 0, 1, 2, 3, 10, 12)
const number = fc.oneof(whole, fc.constantFrom(0.5, 2.5, -1.25, 1000000))
const word = fc.constantFrom(...WORDS)

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    one: fc.constantFrom(1, 2, 3, -3, 0),
    other: fc.constantFrom(1, 2, 3, 10, 12),
    word,
    digits: fc.constantFrom('1', '02', '3.5', 'x'),
    mixed: fc.constantFrom(5, 'ja', 'vijf'),
    grade: fc.integer({ min: 0, max: 10 }),
    yes: fc.boolean(),
    many: fc.subarray([1, 2, 3, 12, -4], { minLength: 1 }),
    words: fc.subarray(WORDS, { minLength: 1 }),
    age: number,
    line: fc.constantFrom('x', 'twaalf', '0', 'false', '12'),
  },
  { requiredKeys: [] },
)

const literal = fc.oneof(
  number.map(String),
  whole.map((value) => `'${value}'`),
  word.map((value) => `'${value}'`),
  word.map((value) => `"${value.toUpperCase()}"`),
  fc.constantFrom('true', 'false', "'true'"),
)
const list = fc.array(literal, { minLength: 1, maxLength: 3 }).map((values) => `[${values.join(', ')}]`)
const variable = fc.constantFrom(...elements.map((element) => `{${element.name}}`))
const operator = fc.constantFrom('=', '==', '!=', '<>', '<', '<=', '=<', '>', '>=', 'contains', 'notcontains', '*=')
const listOperator = fc.constantFrom('anyof', 'allof', 'noneof', 'contains', 'notcontains', '=', '!=')
const comparison = fc.oneof(
  fc.tuple(variable, fc.constantFrom('empty', 'notempty')),
  fc.tuple(variable, operator, literal),
  fc.tuple(literal, operator, variable),
  fc.tuple(variable, operator, variable),
  fc.tuple(variable, listOperator, list),
)
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    comparison.map((parts) => parts.join(' ')),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or', '&&', '||'), tie('condition'))
      .map(([left, junction, right]) => `(${left}) ${junction} (${right})`),
    fc
      .tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
      .map(([left, junction, right]) => `${left} ${junction} ${right}`),
    tie('condition').map((inner) => `!(${inner})`),
  ),
}))

const compiled = (visibleIf: string) =>
  compile({
    title: 'x',
    pages: [{ name: 'p', elements: [...elements, { type: 'comment', name: 'last', title: 'x', visibleIf }] }],
  }).questionnaire?.questions.at(-1)?.visibleIf

describe('a condition in a definition', () => {
  it('holds exactly when survey-core says so, once it is compiled', () => {
    let tried = 0
    fc.assert(
      fc.property(condition, fc.array(answers, { minLength: 3, maxLength: 6 }), (text, people) => {
        const tree = compiled(text)
        if (!tree) return
        tried += 1
        const oracle = new ConditionRunner(text)
        for (const person of people) expect(evaluate(tree, person)).toBe(oracle.runValues({ ...person }))
      }),
      { seed: 20260503, numRuns: 800 * inject('sampleFactor') },
    )
    expect(tried).toBeGreaterThan(80)
  })
})
