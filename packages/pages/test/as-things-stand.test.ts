// @vitest-environment jsdom
import type { Answers, Condition, Option, Question, Questionnaire } from '@klankbord/model'
import { renderScreen } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const ALONE: Answers = { consent: true, living: 1 }
const NEVER: Condition = { op: 'equal', left: { variable: 'consent' }, right: { value: false } }

/** The questionnaire with one question otherwise. */
const having = (name: string, change: (question: Question) => object): Questionnaire => ({
  ...EVERY_ELEMENT,
  questions: EVERY_ELEMENT.questions.map((question) =>
    question.name === name ? ({ ...question, ...change(question) } as Question) : question,
  ),
})

/** The same with some options of it closed. */
const closing = (name: string, closes: (option: Option) => boolean, more: object = {}): Questionnaire =>
  having(name, (question) => ({
    ...more,
    options: ('options' in question ? question.options : []).map((option) =>
      closes(option) ? { ...option, enableIf: NEVER } : option,
    ),
  }))

const shown = (questionnaire: Questionnaire, screenId: string, answers: Answers = ALONE): Document =>
  parsed(renderScreen(questionnaire, CONTEXT, { screenId, answers, draft: null, saved: 0 }))

const firstHint = (page: Document): string => wordsOf(page.querySelector('.hint'))

describe('somebody for whom not everything is offered', () => {
  it.each(['town', 'living'])('is not asked for own words beside an option that is closed: %s', (name) => {
    const page = shown(
      closing(name, ({ other }) => other === true),
      name,
    )
    expect(page.querySelectorAll('.own')).toHaveLength(0)
    expect(shown(EVERY_ELEMENT, name).querySelectorAll('.own')).toHaveLength(1)
  })

  it('gets no more places to fill than there is to choose', () => {
    const page = shown(
      closing('wishes', ({ value }) => value === 1, { minSelected: 4, maxSelected: 4 }),
      'wishes',
    )
    expect(page.querySelectorAll('select')).toHaveLength(3)
    expect(firstHint(page)).toBe('Zet alles op volgorde. Het belangrijkste komt eerst.')
  })

  it('finds what is left of an order, without a hole where something closed', () => {
    const page = shown(
      closing('wishes', ({ value }) => value === 1),
      'wishes',
      { ...ALONE, wishes: [2, 1, 4] },
    )
    expect([...page.querySelectorAll('select')].map(({ value }) => value)).toEqual(['2', '4', ''])
  })

  it.each([
    ['wishes', { minSelected: 2, maxSelected: 4 }, 'Kies er 2 tot 3. Het belangrijkste komt eerst.'],
    ['help', { minSelected: 3, maxSelected: 4 }, 'Kies 1 antwoord.'],
    ['help', { minSelected: 2, maxSelected: undefined }, 'U mag meer dan één antwoord kiezen.'],
  ])('is not told to choose more than there is: %s, %j', (name, more, words) => {
    expect(
      firstHint(
        shown(
          closing(name, ({ value }) => value === 1, more),
          name,
        ),
      ),
    ).toBe(words)
  })
})

describe('somebody whose address of e-mail is asked by a rule of the author', () => {
  it('is not told to write no addresses', () => {
    const page = shown(
      having('mail', () => ({ type: 'text', validators: [{ type: 'email', path: '/0' }] })),
      'mail',
    )
    expect(firstHint(page)).toBe('Bijvoorbeeld naam@voorbeeld.nl.')
  })
})

describe('somebody who is asked for a number', () => {
  it('reads the narrowest limits before, the same as after a mistake', () => {
    const limits = [
      { type: 'range', path: '/0', min: -3, max: 60 },
      { type: 'range', path: '/1', max: 80 },
    ]
    const page = (more: object): Document =>
      shown(
        having('weeks', () => more),
        'weeks',
      )
    expect(firstHint(page({ validators: limits }))).toBe('Vul een getal in van -3 tot 60.')
    expect(firstHint(page({ validators: limits, min: 0, max: 20 }))).toBe('Vul een getal in van 0 tot 20.')
    expect(firstHint(page({ validators: limits.slice(1) }))).toBe('Vul een getal in van 80 of lager.')
  })

  it('gets the keyboard for digits when a limit of the author leaves out what is below zero', () => {
    const keyboard = (min: number): string | null =>
      shown(
        having('weeks', () => ({ step: 1, validators: [{ type: 'range', path: '/0', min }] })),
        'weeks',
      )
        .querySelector('#q-weeks')
        ?.getAttribute('inputmode') ?? null
    expect([keyboard(0), keyboard(-1)]).toEqual(['numeric', null])
  })
})

describe('somebody who answers in words', () => {
  const LENGTH = [{ type: 'length', path: '/0', min: 2 }]
  const hints = (name: string, change: object): string =>
    [
      ...shown(
        having(name, () => change),
        name,
        {},
      ).querySelectorAll('.hint'),
    ]
      .map(wordsOf)
      .join(' ')

  it.each([
    ['partner', {}, true],
    ['partner', { validators: [] }, true],
    ['partner', { validators: LENGTH }, false],
    ['partner', { type: 'comment', validators: LENGTH }, true],
    ['partner', { type: 'email' }, false],
    ['living', {}, true],
    ['contact', {}, true],
  ])('is asked for no names where they can write what they want: %s, %j', (name, change, told) => {
    expect(hints(name, change).includes('Schrijf geen namen of adressen op.')).toBe(told)
  })

  it('is asked for no names above short answers only when one of them is free', () => {
    const contact = EVERY_ELEMENT.questions.find(({ name }) => name === 'contact')
    const items = contact?.type === 'multipletext' ? contact.items : []
    const bound = items.map((item) => ({ ...item, validators: LENGTH }))
    expect(hints('contact', { items: bound })).not.toContain('Schrijf geen namen')
  })

  it('reads how much fits either way', () => {
    expect(hints('partner', { validators: LENGTH })).toBe('U kunt tot 200 tekens schrijven.')
    expect(hints('partner', {})).toBe('Schrijf geen namen of adressen op. U kunt tot 200 tekens schrijven.')
  })
})

describe('a page', () => {
  it('explains itself once, on the first of its screens that somebody gets', () => {
    const pages = [{ name: 'page', description: { nl: 'Over uw huis.' }, elements: [] }]
    const questionnaire = {
      ...having('consent', () => ({ visibleIf: { op: 'notEmpty', left: { value: '' } } })),
      pages,
    }
    const explained = (screenId: string): boolean =>
      wordsOf(shown(questionnaire, screenId, {}).querySelector('.sections')).includes('Over uw huis.')
    expect(['living', 'town'].map(explained)).toEqual([true, false])
  })

  it('is there for a questionnaire that was frozen before pages were kept', () => {
    const { pages, ...before } = EVERY_ELEMENT
    expect(pages).toBeDefined()
    expect(wordsOf(shown(before as Questionnaire, 'town').querySelector('h1'))).toBe('In welk dorp woont u?')
  })

  it('leaves no answer behind in the list of visited pages', () => {
    const questionnaire = having('town', () => ({ title: { nl: 'Woont u "{living}" in een dorp?' } }))
    const page = shown(questionnaire, 'town', { consent: true, living: 3, 'living-Comment': 'bij Jan' })
    expect(wordsOf(page.querySelector('h1'))).toBe('Woont u "bij Jan" in een dorp?')
    expect(page.title).toContain('Woont u "…" in een dorp?')
  })
})
