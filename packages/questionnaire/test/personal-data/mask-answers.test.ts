import { describe, expect, it } from 'vitest'
import { check, compile, maskAnswers, maskedVariables, personalDataFlags } from '@klankbord/questionnaire'

const NUMBER = '999910000'
const ELEMENTS = [
  { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?', maxLength: 40 },
  { type: 'text', name: 'client', title: 'Uw klantcode?', validators: [{ type: 'regex', regex: '^[0-9]{9}$' }] },
  { type: 'text', inputType: 'email', name: 'mail', title: 'Uw e-mailadres?' },
  { type: 'text', inputType: 'number', name: 'weeks', title: 'Hoeveel weken?' },
  {
    type: 'checkbox',
    name: 'means',
    title: 'Wat gebruikt u?',
    choices: ['bus'],
    showOtherItem: true,
    otherText: 'Iets anders',
  },
  {
    type: 'multipletext',
    name: 'place',
    title: 'Waar?',
    items: [
      { name: 'street', title: 'Straat' },
      { name: 'number', title: 'Nummer', inputType: 'number' },
    ],
  },
  {
    type: 'paneldynamic',
    name: 'helpers',
    title: 'Wie helpen u?',
    maxPanelCount: 2,
    templateElements: [
      { type: 'text', name: 'who', title: 'Wie?' },
      {
        type: 'radiogroup',
        name: 'kind',
        title: 'Soort?',
        choices: ['family'],
        showOtherItem: true,
        otherText: 'Anders',
      },
    ],
  },
]

const { questionnaire } = compile({ title: 'Hulp', locale: 'nl', pages: [{ name: 'one', elements: ELEMENTS }] })
if (questionnaire === null) throw new Error('does not compile')

const SENT = {
  story: `Mijn bsn is ${NUMBER}, vraag mevrouw Jansen`,
  mail: 'fatma@voorbeeld.nl',
  means: ['bus', 'other'],
  'means-Comment': `taxi van ${NUMBER}`,
  place: { street: `Dorpsstraat ${NUMBER}`, number: 3 },
  helpers: [{}, { who: 'Bel 06-12345678', kind: 'other', 'kind-Comment': `nummer ${NUMBER}` }],
}

describe('answers in which somebody wrote a citizen service number', () => {
  const masked = maskAnswers(questionnaire, SENT)

  it('are masked wherever something can be written, and stay as they were elsewhere', () => {
    expect(JSON.stringify(masked)).not.toContain(NUMBER)
    expect(masked).toEqual({
      ...SENT,
      story: 'Mijn bsn is [BSN], vraag mevrouw Jansen',
      'means-Comment': 'taxi van [BSN]',
      place: { street: 'Dorpsstraat [BSN]', number: 3 },
      helpers: [{}, { who: 'Bel 06-12345678', kind: 'other', 'kind-Comment': 'nummer [BSN]' }],
    })
    expect(SENT.story).toContain(NUMBER)
  })

  it('are masked before they are checked, so that a limit is about what is kept', () => {
    const long = { story: `${'x'.repeat(30)} ${NUMBER}!` }
    expect(check(questionnaire, long).ok).toBe(false)
    expect(check(questionnaire, maskAnswers(questionnaire, long)).ok).toBe(true)
  })

  it('tell which variables were masked, and are the same when they are masked again', () => {
    expect(maskedVariables(questionnaire, masked)).toEqual([
      'story',
      'means__other',
      'place__street',
      'helpers__2__kind__other',
    ])
    expect(maskAnswers(questionnaire, masked)).toBe(masked)
  })

  it('carry the kinds that were found by variable, and nothing of what was written', () => {
    expect(personalDataFlags(questionnaire, masked)).toEqual({
      story: ['bsn', 'name'],
      means__other: ['bsn'],
      place__street: ['bsn'],
      helpers__2__who: ['phone'],
      helpers__2__kind__other: ['bsn'],
    })
  })

  it('are not flagged for an e-mail address where one was asked for', () => {
    expect(personalDataFlags(questionnaire, { mail: 'fatma@voorbeeld.nl' })).toEqual({})
    expect(personalDataFlags(questionnaire, { story: 'fatma@voorbeeld.nl' })).toEqual({ story: ['email'] })
  })
})

describe('what is no answer', () => {
  it.each([
    null,
    'x',
    7,
    [NUMBER],
    { story: [NUMBER], place: NUMBER, helpers: { 0: NUMBER }, nobody: NUMBER },
    { helpers: [NUMBER, null] },
    { place: { nobody: NUMBER } },
  ])('is left for the check to refuse: %j', (given) => {
    expect(maskAnswers(questionnaire, given)).toBe(given)
    expect(check(questionnaire, given).ok).toBe(false)
  })
})
