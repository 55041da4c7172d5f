// @vitest-environment jsdom
import {
  PAGE_LANGUAGES,
  renderCodeRefused,
  renderDone,
  renderEnding,
  renderIntroduction,
  renderNotice,
  renderReady,
  renderScreen,
  renderStop,
  renderStopped,
  renderWithdraw,
  renderWithdrawn,
  type PageContext,
} from '@klankbord/pages'
import { translator } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '../src/messages/catalogues.ts'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const CONTACTS = { answers: 12, usual: false, contacts: 3, leastGroup: 10 }
const MODES = ['open', 'codeAnonymous', 'codeConfidential'] as const
const IN_ALL_LANGUAGES = PAGE_LANGUAGES.flatMap((language) => MODES.map((mode) => ({ language, mode })))

const inside = { draft: 'd-1', screenId: 'quick' }
const ready = { draft: 'd-1', withdrawalCode: 'K7P4HM9RTXYZ', answered: 1, skipped: 0 }

/** Every kind of page that a respondent can get. */
const PAGES: Readonly<Record<string, (context: PageContext) => string>> = {
  introduction: (context) => renderIntroduction(QUESTIONNAIRE, context),
  'introduction with a wrong code': (context) =>
    renderIntroduction(QUESTIONNAIRE, context, { code: 'K7M', error: { kind: 'checkSign' } }),
  'introduction that asks for e-mail': (context) => renderIntroduction(EVERY_ELEMENT, context),
  'code refused': (context) => renderCodeRefused(QUESTIONNAIRE, context, { code: 'K7M' }),
  ...Object.fromEntries(
    QUESTIONNAIRE.screens.map(({ id }) => [
      `screen ${id}`,
      (context: PageContext) =>
        renderScreen(QUESTIONNAIRE, context, { screenId: id, answers: { quick: 5 }, draft: 'd-1', saved: 1 }),
    ]),
  ),
  ending: (context) => renderEnding(QUESTIONNAIRE, context, inside),
  ready: (context) => renderReady(QUESTIONNAIRE, context, ready),
  done: (context) => renderDone(QUESTIONNAIRE, context, ready),
  stop: (context) => renderStop(QUESTIONNAIRE, context, inside),
  stopped: renderStopped,
  withdraw: (context) => renderWithdraw(context, { error: 'unknown', code: 'K7P' }),
  withdrawn: renderWithdrawn,
  closed: (context) => renderNotice(context, 'closed', context.language),
  over: (context) => renderNotice(context, 'sealed', context.language),
}

/** The pages with the layer on who asks and what becomes of the answers. */
const WITH_LAYER = ['ready', 'ending', ...Object.keys(PAGES).filter((name) => name.startsWith('screen '))]

const textOf = (html: string): string => wordsOf(parsed(html).body)
const pageOf = (name: string, context: PageContext): string => PAGES[name]?.(context) ?? ''

/** The paragraphs of the layer with this heading. */
function layerOf(html: string, heading: string): readonly string[] {
  const layers = [...parsed(html).querySelectorAll('details.layer')]
  const layer = layers.find((one) => wordsOf(one.querySelector('summary')) === heading)
  return [...(layer?.querySelectorAll('p') ?? [])].map(wordsOf)
}

describe.each(IN_ALL_LANGUAGES)('what respondents read in $language where the wave is $mode', ({ language, mode }) => {
  const say = translator(CATALOGUES, language)
  const context: PageContext = { ...CONTEXT, language, mode, portion: 20, access: 'K7MD93XWPN', keeps: CONTACTS }

  it.each(Object.keys(PAGES))('never says that no name is kept while the study has names: %s', (name) => {
    const text = textOf(pageOf(name, context))
    expect(text.length).toBeGreaterThan(50)
    expect(text).not.toContain(say('storedNoName'))
  })

  it.each(WITH_LAYER)('says the same before beginning and on the way: %s', (name) => {
    const introduction = pageOf('introduction', context)
    const before = [say('layerSee'), say('layerStored')].flatMap((heading) => layerOf(introduction, heading))
    const [who, ...onTheWay] = layerOf(pageOf(name, context), say('footWho'))
    expect(who).toContain(CONTEXT.owner.name)
    expect(onTheWay).toEqual(before)
    expect(onTheWay.join(' ')).toContain(say('storedContacts', { n: 3 }))
    expect(onTheWay).toContain(say('storedKept', { n: 12 }))
    expect(onTheWay.includes(say('storedLooked', { least: 10 }))).toBe(mode === 'codeAnonymous')
  })

  it('says that no name is kept where there is none', () => {
    const text = textOf(pageOf('ready', { ...context, keeps: { ...CONTACTS, contacts: null } }))
    expect(text).toContain(say('storedNoName'))
  })
})

it.each(PAGE_LANGUAGES)('says in %s of contacts as of answers that a complaint may keep them longer', (language) => {
  const say = translator(CATALOGUES, language)
  /** What follows on the sentence with the number of months. */
  const reservation = (key: 'storedKept' | 'storedKeptUsual' | 'storedContacts'): string =>
    say(key, { n: 7 }).replace(/^.*7[^.]*\.\s*/su, '')
  expect(reservation('storedContacts').length).toBeGreaterThan(10)
  expect(reservation('storedContacts')).toBe(reservation('storedKept'))
  expect(reservation('storedKeptUsual')).toBe(reservation('storedKept'))
})

it.each(PAGE_LANGUAGES)('says in %s that mixing begins when twice a portion waits', (language) => {
  const text = textOf(pageOf('introduction', { ...CONTEXT, language, mode: 'codeAnonymous', portion: 37 }))
  expect(text).toMatch(/37.*74/u)
})
