// @vitest-environment jsdom
import {
  renderDone,
  renderIntroduction,
  renderNotice,
  renderScreen,
  renderStopped,
  type PageContext,
} from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { pageStyle } from '../src/style/page-style.ts'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const screen = (language: string, screenId = 'quick', context: PageContext = CONTEXT): Document =>
  parsed(renderScreen(QUESTIONNAIRE, { ...context, language }, { screenId, answers: {}, draft: null, saved: 1 }))

/** The language that an element is said to be in. */
const languageOf = (element: Element | null | undefined): string | null =>
  element?.closest('[lang]')?.getAttribute('lang') ?? null

describe('somebody who reads from right to left', () => {
  const page = screen('ar')

  it('gets the page in that direction', () => {
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl'])
    expect(wordsOf(page.querySelector('h1'))).toBe('«وصلتني المساعدة بالسرعة الكافية.»')
  })

  it('finds names in another script kept apart', () => {
    expect(wordsOf(page.querySelector('.strip bdi'))).toBe('Gemeente Voorbeeldstad')
  })

  it('sees a long name beside the mark, in the direction of the page with its own letters inside', () => {
    const name = page.querySelector('.owner > span')
    expect([name?.hasAttribute('dir'), name?.children.length, wordsOf(name?.querySelector('bdi') ?? null)]).toEqual([
      false,
      1,
      'Gemeente Voorbeeldstad',
    ])
  })

  it('copies an address by hand that goes on in a next line after a point or a slash, and not after its own hyphen', () => {
    const done = parsed(renderDone(QUESTIONNAIRE, { ...CONTEXT, language: 'ar' }, { withdrawalCode: 'ABCDEFGHJKMN' }))
    const address = done.querySelector('.keep a bdi')
    expect(address?.getAttribute('dir')).toBe('ltr')
    const pieces = address?.innerHTML.replaceAll(/<!--.*?-->/g, '').split('<wbr>')
    const whole = ['voorbeeldstad.', 'example/', 'v/', 'hulp-2027/', 'withdraw']
    expect(pieces).toEqual(whole.map((piece) => `<span class="whole">${piece}</span>`))
    expect(pageStyle('rtl')).toMatch(/\.whole ?\{ ?white-space: ?nowrap/)
  })

  it('hears texts without a translation in the language they are in', () => {
    const kinds = screen('ar', 'kinds')
    expect(languageOf(kinds.querySelector('h1 span'))).toBe('nl')
    expect(kinds.querySelector('h1 span')?.getAttribute('dir')).toBe('ltr')
    expect(languageOf(kinds.querySelector('.apart .answer > span'))).toBe('ar')
    expect(languageOf(page.querySelector('.primary'))).toBe('ar')
  })
})

describe('somebody who chose a language', () => {
  const context = { ...CONTEXT, language: 'ar' }

  it.each([
    ['the introduction', renderIntroduction(QUESTIONNAIRE, context)],
    ['the page after sending', renderDone(QUESTIONNAIRE, context, { withdrawalCode: 'ABCDEFGHJKMN' })],
    ['the page after stopping', renderStopped(context)],
    ['the notice that a wave is closed', renderNotice(context, 'closed', 'ar')],
    ['the notice that a page is too old', renderNotice(context, 'expired', 'ar')],
  ])('keeps it when following a link from %s', (_page, html) => {
    const links = [...parsed(html).querySelectorAll('main a[href^="/"]')].map((link) => link.getAttribute('href'))
    expect(links.filter((href) => href?.endsWith('?lang=ar') !== true)).toEqual([])
    expect(links.length).toBeGreaterThan(0)
  })
})

describe('somebody who reads English', () => {
  it('gets the whole page in English where the author wrote it', () => {
    const page = parsed(
      renderIntroduction(
        { ...QUESTIONNAIRE, description: { nl: 'Kort', en: 'Short' } },
        { ...CONTEXT, language: 'en' },
      ),
    )
    expect(page.title).toBe('What do you think of your help? – Gemeente Voorbeeldstad (example)')
    expect([...page.querySelectorAll('main [lang]')].filter((element) => !element.matches('.languages *'))).toEqual([])
  })
})

describe('somebody whose language has no interface texts yet', () => {
  it('gets them in Dutch, marked as Dutch', () => {
    const page = screen('hu')
    expect(page.documentElement.lang).toBe('hu')
    expect(wordsOf(page.querySelector('.primary'))).toBe('Verder')
    expect(languageOf(page.querySelector('.primary span'))).toBe('nl')
  })
})

describe('the choice of a language', () => {
  it('names every language in its own words and marks the one that is spoken', () => {
    const buttons = [...screen('ar').querySelectorAll('.languages button')]
    expect(
      buttons.map((button) => [button.getAttribute('lang'), wordsOf(button), button.getAttribute('aria-current')]),
    ).toEqual([
      ['nl', 'Nederlands', null],
      ['en', 'English', null],
      ['ar', 'العربية', 'true'],
    ])
  })

  it('is not there when there is nothing to choose', () => {
    const page = screen('nl', 'quick', { ...CONTEXT, languages: ['nl'] })
    expect(page.querySelectorAll('.language, .languages')).toHaveLength(0)
  })
})
