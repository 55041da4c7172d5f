import { describe, expect, it } from 'vitest'
import { bindCondition } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd } from './known-questions.ts'

function suggestionFor(text: string): string | undefined {
  const scope = scopeAtTheEnd()
  expect(bindCondition(text, scope)).toBeUndefined()
  return scope.list.findings[0]?.suggestion
}

describe('a condition that is written by ear comes with how SurveyJS writes it', () => {
  it.each([
    ['{age} = 1 en {weight} = 2', '{age} = 1 and {weight} = 2'],
    ['{age} = 1 of {weight} = 2', '{age} = 1 or {weight} = 2'],
    ['{age} = 1 & {weight} = 2', '{age} = 1 and {weight} = 2'],
    ['{age} = 1 | {weight} = 2', '{age} = 1 or {weight} = 2'],
    ['{age} > 5,5', '{age} > 5.5'],
    ['max({age}; {weight}) > 5', 'max({age}, {weight}) > 5'],
    ['{word} = “ja”', "{word} = 'ja'"],
    ['{word} = ‘ja’', "{word} = 'ja'"],
    ['{age} ≤ 3 en {age} ≥ 1', '{age} <= 3 and {age} >= 1'],
    ['{age} ≠ 3', '{age} != 3'],
    ['{age} × 2 > 3', '{age} * 2 > 3'],
    ['{age} === 3', '{age} = 3'],
    ['{age} !== 3', '{age} != 3'],
    ['{age} is empty', '{age} empty'],
    ['{age} is not empty', '{age} notempty'],
    ['{age} is niet leeg', '{age} notempty'],
    ['{yes} is true', '{yes} = true'],
    ["{word} is 'ja'", "{word} = 'ja'"],
    ['not ({age} = 1)', '!({age} = 1)'],
    ['not {yes}', '!{yes}'],
    ['{one} in [1, 2]', '{one} anyof [1, 2]'],
    ['age < 6', '{age} < 6'],
    ['[age] < 6', '{age} < 6'],
    ['3 < {age} < 6', '{age} > 3 and {age} < 6'],
    ['{yes} and (6 >= {age} > {weight})', '{yes} and ({age} <= 6 and {age} > {weight})'],
  ])('%s', (text, suggestion) => {
    expect(suggestionFor(text)).toBe(suggestion)
  })

  it.each([
    '{age} = 1 of 2',
    '{word} = “nooit”',
    '{age} + 1 < {weight} < 6',
    'max(1,5) > {age} en',
    `{line} is empty en ${'x'.repeat(300)}`,
  ])('or with nothing where that would mean nothing: %s', (text) => {
    expect(suggestionFor(text)).toBeUndefined()
  })
})

describe('a value that is written by ear comes with the value', () => {
  it.each([
    ["{eligible} = 'ja'", 'true'],
    ["{eligible} = 'Nee'", 'false'],
    ['{care__staff} = 1', 'care.staff'],
  ])('%s', (text, suggestion) => {
    expect(suggestionFor(text)).toBe(suggestion)
  })
})

it('is called an expression where it gives a value, and a condition elsewhere', () => {
  const sentences = ['expression', 'visibleIf'].map((property) => {
    const scope = { ...scopeAtTheEnd(), property }
    bindCondition('{age} +', scope)
    return scope.list.findings[0]?.message
  })
  expect(sentences).toEqual([
    expect.stringMatching(/^expression cannot be read: expression of/),
    expect.stringMatching(/^condition cannot be read: visibleIf of/),
  ])
})
