import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { asking, question } from '../definitions/asking.ts'

const mark = question('rating', 'mark', { rateMax: 10 })
const age = question('text', 'age', { inputType: 'number', min: 18, max: 120 })
const hints = (...elements: unknown[]) =>
  compile(asking(mark, age, ...elements)).findings.map(({ code, severity, path, suggestion }) => [
    code,
    severity,
    path.replace('/pages/0/elements/2', ''),
    suggestion,
  ])
const later = (more: object): object => question('comment', 'last', more)
const check = (more: object): object => question('checkbox', 'q', { choices: [1, 2, 3], ...more })

describe('what compiles, and was probably meant otherwise, is pointed out', () => {
  it.each<readonly [string, object, string, string, string?]>([
    ['a brace that was forgotten', later({ title: 'U gaf een {mark?' }), 'braceWithoutPair', '/title', '{mark}'],
    ['a brace that was forgotten before', later({ title: 'U gaf een mark}?' }), 'braceWithoutPair', '/title', '{mark}'],
    [
      'an answer in one language',
      later({ title: { nl: 'U gaf {mark}', en: 'You gave' } }),
      'pipeInSomeLanguages',
      '/title',
    ],
    ['a tag in a title', later({ title: 'Wat is <b>beter</b>?' }), 'markupInPlainText', '/title'],
    ['more to choose than there is', check({ maxSelectedChoices: 40 }), 'limitNeverReached', '/maxSelectedChoices'],
    [
      'options with the same words',
      check({
        choices: [
          { value: 1, text: 'Ja' },
          { value: 2, text: ' ja' },
        ],
      }),
      'sameOptionText',
      '/choices/1',
    ],
    ['a mark above the highest', later({ visibleIf: '{mark} > 10' }), 'comparisonNeverHolds', '/visibleIf'],
    ['a mark below the lowest', later({ visibleIf: '{mark} < 1' }), 'comparisonNeverHolds', '/visibleIf'],
    ['an age above the highest', later({ visibleIf: '{age} >= 121' }), 'comparisonNeverHolds', '/visibleIf'],
    ['an age below the lowest', later({ visibleIf: '{age} <= 17' }), 'comparisonNeverHolds', '/visibleIf'],
  ])('%s', (_, element, code, path, suggestion) => {
    expect(hints(element).filter(([found]) => found !== 'missingTranslation')).toEqual([
      [code, 'hint', path, suggestion],
    ])
  })

  it.each([
    later({ title: 'Is 3 < 5 en {mark} > 2? {} of {x' }),
    later({ title: 'Mail <naam@voorbeeld.nl>' }),
    later({ visibleIf: '{mark} >= 10 and {mark} <= 10 and {mark} > 9' }),
    later({ visibleIf: '{age} >= 120 or {age} < 19' }),
    check({ maxSelectedChoices: 3 }),
    check({
      choices: [
        { value: 1, text: 'Ja' },
        { value: 2, text: 'Ja, soms' },
      ],
    }),
  ])('and what is fine is not: %j', (element) => {
    expect(hints(element)).toEqual([])
  })
})

it('ranks no more than there is, whatever the limit', () => {
  const more = { choices: [1, 2], selectToRankEnabled: true, maxSelectedChoices: 9 }
  const { questionnaire, findings } = compile(asking(question('ranking', 'q', more)))
  expect(findings.map(({ code }) => code)).toEqual(['limitNeverReached'])
  expect(questionnaire?.questions[0]).toMatchObject({ maxSelected: 2 })
})
