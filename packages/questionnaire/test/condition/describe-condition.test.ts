import { describe, expect, it } from 'vitest'
import type { Condition, Questionnaire } from '@klankbord/model'
import { compile, describeCondition } from '@klankbord/questionnaire'

const elements = [
  { type: 'boolean', name: 'helped', title: { nl: 'Krijgt u hulp?', en: 'Do you get help?' } },
  {
    type: 'radiogroup',
    name: 'kind',
    title: { nl: 'Welke hulp?', en: 'Which help?' },
    choices: [
      { value: 1, text: { nl: 'Thuis', en: 'At home' } },
      { value: 2, text: { nl: 'Elders', en: 'Elsewhere' } },
      { value: 3, text: { nl: 'Geen', en: 'None' } },
    ],
  },
  {
    type: 'checkbox',
    name: 'days',
    title: { nl: 'Op welke dagen?', en: 'On which days?' },
    choices: [
      { value: 1, text: { nl: 'Maandag', en: 'Monday' } },
      { value: 2, text: { nl: 'Dinsdag', en: 'Tuesday' } },
    ],
  },
  { type: 'text', inputType: 'number', name: 'hours', title: { nl: 'Hoeveel uur?', en: 'How many hours?' } },
  {
    type: 'text',
    inputType: 'date',
    name: 'born',
    title: { nl: 'Wanneer bent u geboren?', en: 'When were you born?' },
  },
  {
    type: 'matrix',
    name: 'care',
    title: { nl: 'Hoe was het?', en: 'How was it?' },
    rows: [{ value: 'staff', text: { nl: 'Personeel', en: 'Staff' } }],
    columns: [{ value: 1, text: { nl: 'Goed', en: 'Good' } }],
  },
]

function inWords(visibleIf: string, language: string): string {
  const last = { type: 'comment', name: 'last', title: { nl: 'x', en: 'x' }, visibleIf }
  const { questionnaire, findings } = compile({
    title: { nl: 'x', en: 'x' },
    calculatedValues: [{ name: 'score', expression: '{hours} + 1' }],
    pages: [{ name: 'p', elements: [...elements, last] }],
  })
  expect(findings).toEqual([])
  const condition = (questionnaire as Questionnaire).questions.at(-1)?.visibleIf as Condition
  return describeCondition(questionnaire as Questionnaire, condition, language)
}

describe('a condition in words', () => {
  it.each([
    ['{helped}', '‘Krijgt u hulp?’ is ‘Ja’', '‘Do you get help?’ is ‘Yes’'],
    ['{kind} != 2', '‘Welke hulp?’ is niet ‘Elders’', '‘Which help?’ is not ‘Elsewhere’'],
    ['{kind} anyof [1, 2]', '‘Welke hulp?’ is ‘Thuis’ of ‘Elders’', '‘Which help?’ is ‘At home’ or ‘Elsewhere’'],
    [
      '{kind} noneof [1, 2]',
      '‘Welke hulp?’ is geen van deze: ‘Thuis’, ‘Elders’',
      '‘Which help?’ is none of these: ‘At home’, ‘Elsewhere’',
    ],
    [
      '{days} allof [1, 2]',
      'bij ‘Op welke dagen?’ is gekozen: ‘Maandag’ en ‘Dinsdag’',
      'this is chosen at ‘On which days?’: ‘Monday’ and ‘Tuesday’',
    ],
    ['{hours} >= 1.5', '‘Hoeveel uur?’ is minstens 1,5', '‘How many hours?’ is at least 1.5'],
    [
      "{born} < '2000-05-31'",
      '‘Wanneer bent u geboren?’ is vóór 31 mei 2000',
      '‘When were you born?’ is before 31 May 2000',
    ],
    ['{born} empty', 'bij ‘Wanneer bent u geboren?’ is niets ingevuld', '‘When were you born?’ has no answer'],
    ['{care.staff} = 1', '‘Hoe was het?: Personeel’ is ‘Goed’', '‘How was it?: Staff’ is ‘Good’'],
    ['{score} > 3', 'de waarde ‘score’ is groter dan 3', 'the value ‘score’ is more than 3'],
    [
      'age({born}) < 18 and ({helped} or {kind} = 1)',
      'de leeftijd in jaren bij ‘Wanneer bent u geboren?’ is kleiner dan 18 en (‘Krijgt u hulp?’ is ‘Ja’ of ‘Welke hulp?’ is ‘Thuis’)',
      'the age in years from ‘When were you born?’ is less than 18 and (‘Do you get help?’ is ‘Yes’ or ‘Which help?’ is ‘At home’)',
    ],
    [
      '!({hours} > 2 * ({hours} - 1))',
      'het is niet zo dat (‘Hoeveel uur?’ is groter dan 2 keer (‘Hoeveel uur?’ min 1))',
      'it is not so that (‘How many hours?’ is more than 2 times (‘How many hours?’ minus 1))',
    ],
    [
      "dateDiff({born}, today(), 'months') > 12",
      'het aantal maanden van ‘Wanneer bent u geboren?’ tot vandaag is groter dan 12',
      'the number of months from ‘When were you born?’ to today is more than 12',
    ],
  ])('says for whom it is: %s', (text, dutch, english) => {
    expect(inWords(text, 'nl')).toBe(dutch)
    expect(inWords(text, 'en')).toBe(english)
  })

  it('has English words where a language has no catalogue', () => {
    expect(inWords('{hours} > 1', 'pl')).toBe('‘Hoeveel uur?’ is more than 1')
  })

  it('has them too where no engine can read the language', () => {
    expect(inWords("{hours} > 1000.5 and {born} > '2000-01-31'", 'abc-1a')).toBe(
      '‘Hoeveel uur?’ is more than 1000.5 and ‘Wanneer bent u geboren?’ is after 31 January 2000',
    )
  })
})
