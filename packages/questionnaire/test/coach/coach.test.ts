import { compile } from '@klankbord/questionnaire'
import type { Json } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import type { Advice } from '../../src/coach/advice.ts'
import { RULES } from '../../src/coach/advice.ts'
import { coach, isCoached } from '../../src/coach/coach.ts'
import en from '../../src/coach/messages/en.json' with { type: 'json' }
import nl from '../../src/coach/messages/nl.json' with { type: 'json' }
import { en as english } from '../../src/coach/words/en.ts'
import { nl as dutch } from '../../src/coach/words/nl.ts'

function adviceOn(elements: readonly Json[], language?: string): readonly Advice[] {
  const { questionnaire, findings } = compile({ title: 'Vragen', locale: 'nl', pages: [{ name: 'one', elements }] })
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  return coach(questionnaire, language)
}

const open = (title: Json, more: { readonly [key: string]: Json } = {}): Json => ({
  type: 'comment',
  name: 'help',
  title,
  ...more,
})

describe('somebody who writes a question', () => {
  it('reads which words are hard, why, and what could stand there instead', () => {
    const [advice] = adviceOn([open('Bent u tevreden over uw maatwerkvoorziening?')])
    expect(advice).toMatchObject({
      rule: 'jargon',
      path: '/pages/0/elements/0/title',
      question: 'help',
      language: 'nl',
      text: 'maatwerkvoorziening',
    })
    expect(advice?.title).toEqual({ nl: 'Vakwoord', en: 'Jargon' })
    expect(advice?.hint['nl']).toBe('Schrijf bijvoorbeeld: hulp die bij u past. Of leg het woord uit waar het staat.')
  })

  it('reads nothing about a plain question', () => {
    expect(adviceOn([open('Hoe ging het eerste gesprek?', { description: 'U mag deze vraag overslaan.' })])).toEqual([])
  })

  it('may explain a word in the line under the question', () => {
    const explained = { description: 'Een casemanager is de vaste persoon die alle hulp voor u regelt.' }
    expect(adviceOn([open('Hebt u een casemanager?', explained)])).toEqual([])
  })

  it('may deny in a line that is not answered', () => {
    expect(adviceOn([open('Wat vindt u van de opvang?', { description: 'Schrijf geen namen op.' })])).toEqual([])
  })

  it('is told of an option, of prose and of a lead by their own place', () => {
    const choices = [
      { value: 1, text: 'Middels een brief' },
      { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
    ]
    const advice = adviceOn([
      { type: 'html', name: 'intro', html: '<p>Indien u hulp krijgt, <strong>vul</strong> dit in.</p>' },
      { type: 'radiogroup', name: 'how', title: 'Hoe hoorde u het?', prompt: 'Wat is reeds bekend?', choices },
    ])
    expect(advice.map(({ path, text }) => [path, text])).toEqual([
      ['/pages/0/elements/0/html', 'Indien'],
      ['/pages/0/elements/1/prompt', 'reeds'],
      ['/pages/0/elements/1/choices/0', 'Middels'],
    ])
  })

  it('may put the help line in a text on the same screen', () => {
    const question = open('Hebt u aan zelfmoord gedacht?')
    const line = { type: 'html', name: 'line', html: '<p>Wilt u praten? Bel 113.</p>' }
    expect(adviceOn([question]).map(({ rule }) => rule)).toEqual(['heavy-without-help'])
    const panel = { type: 'panel', name: 'both', shortGroup: true, elements: [line, question] }
    expect(adviceOn([panel])).toEqual([])
  })

  it('may leave out who did it on a heavy subject, and not elsewhere', () => {
    const titles = [
      { nl: 'Bent u ooit mishandeld?', en: 'Have you ever been sexually abused?' },
      { nl: 'Bent u op tijd geholpen?', en: 'Have you been informed?' },
    ]
    const passives = (language: string): readonly string[] =>
      adviceOn(
        titles.map((title, index) => open(title, { name: `q${index}` })),
        language,
      ).flatMap(({ rule, text }) => (rule === 'passive' ? [text] : []))
    expect(passives('nl')).toEqual(['Bent u op tijd geholpen?'])
    expect(passives('en')).toEqual(['Have you been informed?'])
  })

  it('is told that two things are asked of the staff, and not that calling them friendly pushes', () => {
    const rules = (title: string): readonly string[] =>
      adviceOn([open({ nl: title, en: title })], 'en').map(({ rule }) => rule)
    expect(rules('Was the staff friendly and competent?')).toEqual(['double-question'])
    expect(rules('What do you think of the friendly staff of the office?')).toContain('leading')
  })

  it('may ask how heavy something is from nothing on, and who chooses together', () => {
    const steps = ['Niet zwaar', 'Een beetje zwaar', 'Zwaar', 'Heel zwaar']
    const choices = [
      ...steps.map((text, at) => ({ value: at + 1, text })),
      { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
    ]
    const heavy = { type: 'radiogroup', name: 'heavy', title: 'Hoe zwaar is de zorg voor u?', choices }
    expect(adviceOn([heavy, open('Ons team en de cliënt kiezen samen wat wij doen.')])).toEqual([])
  })

  it('is told of two questions where the first ends in a time, and not of a day and an hour', () => {
    const two = 'Hoe vaak ziet u uw begeleider per week en vindt u dat genoeg?'
    const one = 'Op welke dag en tijd komt u?'
    expect(adviceOn([open(two), open(one, { name: 'day' })]).map(({ rule, text }) => [rule, text])).toEqual([
      ['double-question', two],
    ])
  })

  it('is told of a scale that runs the other way than most', () => {
    const scale = (name: string, options: readonly string[]): Json => ({
      type: 'radiogroup',
      name,
      title: 'Hoe gaat het?',
      choices: [
        ...options.map((text, at) => ({ value: at + 1, text })),
        { value: -3, text: 'Weet ik niet', missingReason: 'dontKnow' },
      ],
    })
    const usual = ['Slecht', 'Matig', 'Goed']
    const advice = adviceOn([scale('a', usual.toReversed()), scale('b', usual), scale('c', usual)])
    expect(advice.map(({ rule, question }) => [rule, question])).toEqual([['scale-order', 'a']])
  })
})

describe('a questionnaire in several languages', () => {
  const title = { nl: 'Kreeg u interventies?', en: 'Are you satisfied with the care pathway?' }

  it('is read in the language that is asked for', () => {
    expect(adviceOn([open(title)], 'nl').map(({ text }) => text)).toEqual(['interventies'])
    expect(adviceOn([open(title)], 'en').map(({ text }) => text)).toEqual(['care pathway'])
  })

  it('gets no advice in a language that the coach does not know', () => {
    expect(adviceOn([open({ nl: 'Kreeg u interventies?', tr: 'Merhaba' })], 'tr')).toEqual([])
    expect(['nl', 'en-GB', 'tr'].map(isCoached)).toEqual([true, true, false])
  })
})

describe('the words of the coach', () => {
  it('are there for every rule in both languages', () => {
    const keys = RULES.flatMap((rule) => ['title', 'reason', 'hint'].map((part) => `${rule}.${part}`))
    expect(Object.keys(nl)).toEqual(keys)
    expect(Object.keys(en)).toEqual(keys)
  })

  it('replace at least 150 Dutch words of care and of offices', () => {
    expect(Object.keys({ ...dutch.jargon, ...dutch.officialese }).length).toBeGreaterThanOrEqual(150)
  })

  it('call a word jargon or officialese, and never both', () => {
    for (const { jargon, officialese } of [dutch, english])
      expect(Object.keys(jargon).filter((word) => Object.hasOwn(officialese, word))).toEqual([])
  })

  it('never replace a word by another of the list', () => {
    const jargon = Object.entries(dutch.jargon).filter(([word, instead]) => word === instead)
    expect(jargon).toEqual([])
  })
})
