// @vitest-environment jsdom
import {
  finding,
  type AnswerValue,
  type Condition,
  type Finding,
  type Question,
  type Questionnaire,
  type Validator,
} from '@klankbord/model'
import { parseForm, renderScreen, type ScreenState } from '@klankbord/pages'
import { checkScreen } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, sentBy, wordsOf } from './parsed.ts'

const screen = (state: Partial<ScreenState> & { readonly screenId: string }, questionnaire = QUESTIONNAIRE): Document =>
  parsed(renderScreen(questionnaire, CONTEXT, { answers: {}, draft: 'd-1', saved: 0, ...state }))

/** The page that comes back when these answers do not pass. */
function refused(screenId: string, given: Record<string, AnswerValue>, questionnaire = QUESTIONNAIRE): Document {
  const result = checkScreen(questionnaire, screenId, {}, given)
  if (result.ok) throw new Error('these answers pass')
  return screen({ screenId, answers: given, findings: result.findings }, questionnaire)
}

const sentences = (page: Document): readonly string[] => [...page.querySelectorAll('.summary li')].map(wordsOf)

/** The questionnaire with something else about one of its questions. */
const having = (name: string, change: Partial<Question>): Questionnaire => ({
  ...QUESTIONNAIRE,
  questions: QUESTIONNAIRE.questions.map((question) =>
    question.name === name ? ({ ...question, ...change } as Question) : question,
  ),
})

const NEVER: Condition = { op: 'equal', left: { variable: 'weeks' }, right: { value: -1 } }

/** Limits of the author beside those of the question, some of them wider. */
const STRICTER: readonly Validator[] = [
  { type: 'range', path: '/0', min: 2, max: 200 },
  { type: 'range', path: '/1', min: 1, max: 52 },
]

describe('somebody whose answer needs another look', () => {
  it('is asked kindly, in the tab and on top, where the focus is', () => {
    const page = refused('weeks', { weeks: 300 })
    const summary = page.querySelector('.summary')
    expect(page.title).toMatch(/^Nog even nakijken: vraag 3, Hoeveel weken/)
    expect(wordsOf(page.querySelector('.summary h2'))).toBe('Kijkt u dit nog even na?')
    expect(summary?.hasAttribute('autofocus')).toBe(true)
    expect(summary?.getAttribute('tabindex')).toBe('-1')
  })

  it('comes from the summary to the place, and reads the same words there', () => {
    const page = refused('weeks', { weeks: 300 })
    const link = page.querySelector('.summary a')
    const field = page.querySelector('#q-weeks')
    expect(link?.getAttribute('href')).toBe('#q-weeks')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    const described = (field?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => wordsOf(page.getElementById(id)))
    expect(described).toContain(wordsOf(link))
  })

  it('finds what was typed exactly as it was typed', () => {
    expect(refused('weeks', { weeks: ' 6 <of> 7' }).querySelector<HTMLInputElement>('#q-weeks')?.value).toBe(
      ' 6 <of> 7',
    )
    const long = `${'é'.repeat(600)}\n  "einde"`
    const page = screen({
      screenId: 'wish',
      answers: { wish: long },
      findings: [finding('textTooLong', '/answers/wish', { name: 'wish', maximum: 500 })],
    })
    expect(page.querySelector('textarea')?.value).toBe(long)
    expect(sentences(page)).toEqual([
      'Uw tekst is 110 tekens te lang. Er passen 500 tekens in. Wilt u hem korter maken?',
    ])
  })

  interface Refusal {
    readonly screenId: string
    readonly given: Record<string, AnswerValue>
    readonly sentence: string
    readonly questionnaire?: Questionnaire
  }

  it.each<Refusal>([
    {
      screenId: 'weeks',
      given: { weeks: '6 of 7' },
      sentence: 'Vul een getal in van 0 tot 120. Schrijf het met cijfers, bijvoorbeeld 6 of 1000.',
    },
    { screenId: 'weeks', given: { weeks: -1 }, sentence: 'Vul een getal in van 0 tot 120.' },
    { screenId: 'weeks', given: { weeks: 121 }, sentence: 'Vul een getal in van 0 tot 120.' },
    { screenId: 'weeks', given: { weeks: 1.5 }, sentence: 'Vul een heel getal in, zonder cijfers achter de komma.' },
    {
      screenId: 'weeks',
      given: { weeks: 0.7 },
      sentence: 'Vul een getal in met stappen van 0,5.',
      questionnaire: having('weeks', { step: 0.5 }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 6.255 },
      sentence: 'Vul een getal in met hooguit 2 cijfers achter de komma, bijvoorbeeld 6,25.',
      questionnaire: having('weeks', { step: 0.01 }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 6.25 },
      sentence: 'Vul een getal in met hooguit 1 cijfer achter de komma, bijvoorbeeld 6,5.',
      questionnaire: having('weeks', { step: 0.1, min: 0.2 }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 6.5 },
      sentence: 'Vul een getal in met stappen van 1.',
      questionnaire: having('weeks', { step: 1, min: 0.25 }),
    },
    {
      screenId: 'weeks',
      given: { weeks: '6 euro' },
      sentence:
        'Vul een getal in van 0 tot 120. Schrijf het met cijfers, bijvoorbeeld 6 of 6,25. Schrijf hooguit 2 cijfers achter de komma.',
      questionnaire: having('weeks', { step: 0.01 }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 90 },
      sentence: 'Vul een getal in van 2 tot 52.',
      questionnaire: having('weeks', { validators: STRICTER }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 400 },
      sentence: 'Vul een getal in van 2 tot 52.',
      questionnaire: having('weeks', { validators: STRICTER }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 4 },
      sentence: 'Zo kunnen we dit antwoord niet gebruiken. Kijkt u het nog even na?',
      questionnaire: having('weeks', { validators: [{ type: 'expression', path: '/0', condition: NEVER }] }),
    },
    {
      screenId: 'weeks',
      given: { weeks: 999_910_000 },
      sentence:
        'Dit nummer kan een burgerservicenummer (BSN) zijn. Dat bewaren wij niet. Vul hier een ander getal in, of laat het leeg.',
      questionnaire: having('weeks', { max: 1e10 }),
    },
    { screenId: 'quick', given: { quick: '9' }, sentence: 'Kies een antwoord dat hier staat.' },
    { screenId: 'quick', given: { quick: [1, 2] }, sentence: 'Kies één antwoord.' },
    { screenId: 'kinds', given: { kinds: [1, 1] }, sentence: 'Kies elk antwoord één keer.' },
    {
      screenId: 'kinds',
      given: { kinds: [1, 5] },
      sentence: '“Ik krijg nu geen hulp” kan niet samen met een ander antwoord. Haal een van de twee weg.',
    },
    { screenId: 'kinds', given: { kinds: [1, 2, 3, 4] }, sentence: 'Kies hooguit 3 antwoorden.' },
    {
      screenId: 'kinds',
      given: { kinds: [1] },
      sentence: 'Kies minstens 2 antwoorden.',
      questionnaire: having('kinds', { minSelected: 2 }),
    },
    { screenId: 'kinds', given: { kinds: 'x' }, sentence: 'Kies een antwoord dat hier staat.' },
    {
      screenId: 'alone',
      given: { language: 'x'.repeat(41) },
      sentence: 'Uw tekst is 1 teken te lang. Er passen 40 tekens in. Wilt u hem korter maken?',
    },
    {
      screenId: 'alone',
      given: { language: 'a\0' },
      sentence:
        'In uw tekst stond een teken dat wij niet kunnen bewaren. Dat teken hebben we weggehaald. Klopt de tekst zo? Kies dan Verder.',
    },
    { screenId: 'alone', given: { language: 7 }, sentence: 'Schrijf uw antwoord in woorden.' },
  ])('reads what can be done: $screenId $given', ({ screenId, given, sentence, questionnaire }) => {
    const page = refused(screenId, given, questionnaire)
    expect(sentences(page)).toEqual([sentence])
    expect(wordsOf(page.querySelector('.wrong'))).toBe(sentence)
  })

  it('is sent to the page for what belongs to no question on it', () => {
    const findings: readonly Finding[] = [finding('unknownAnswer', '/answers/other', { name: 'other' })]
    const page = screen({ screenId: 'weeks', findings })
    expect(sentences(page)).toEqual(['Deze vragen zijn niet goed aangekomen. Kijk uw antwoorden na en kies Verder.'])
    expect(page.querySelector('.summary a')?.getAttribute('href')).toBe('#main')
  })

  it('reads of every question of a group what needs a look, in the order of the page', () => {
    const page = screen({
      screenId: 'alone',
      answers: { language: 'x'.repeat(60) },
      findings: [finding('textTooLong', '/answers/language', { name: 'language', maximum: 40 })],
      unanswered: ['alone'],
    })
    expect([...page.querySelectorAll('.summary a')].map((link) => link.getAttribute('href'))).toEqual([
      '#q-alone-0',
      '#q-language',
    ])
    expect(page.querySelector('fieldset[role=radiogroup]')?.getAttribute('aria-invalid')).toBe('true')
  })
})

describe('somebody who leaves a required question empty', () => {
  it('is asked once more, and reads that skipping is fine', () => {
    const page = screen({ screenId: 'quick', unanswered: ['quick'] })
    expect(sentences(page)).toEqual(['U vulde hier nog niets in. Wilt u niet antwoorden? Kies dan Overslaan.'])
    expect(page.querySelector('.summary a')?.getAttribute('href')).toBe('#q-quick-0')
  })

  it('is not asked a third time: the form remembers', () => {
    const page = screen({ screenId: 'alone', unanswered: ['alone'], askedAgain: ['quick'] })
    expect(parseForm(QUESTIONNAIRE, sentBy(page, 'next')).askedAgain).toEqual(['quick', 'alone'])
  })
})
