// @vitest-environment jsdom
import {
  parseForm,
  renderDone,
  renderIntroduction,
  renderNotice,
  renderReady,
  renderStop,
  renderStopped,
  renderWithdraw,
  renderWithdrawn,
  type NoticeKind,
} from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, sentBy, wordsOf } from './parsed.ts'

const textOf = (html: string): string => wordsOf(parsed(html).body)

describe('the introduction', () => {
  const page = parsed(renderIntroduction(QUESTIONNAIRE, CONTEXT))

  it('says what it is about, how long it takes, and makes three promises', () => {
    expect(wordsOf(page.querySelector('h1'))).toBe('Wat vindt u van uw hulp?')
    expect([...page.querySelectorAll('.facts b')].map(wordsOf)).toEqual([
      'Ongeveer 3 minuten',
      'Zonder naam',
      'U beslist zelf',
    ])
    expect(wordsOf(page.querySelector('.facts'))).toContain('Ongeveer 6 vragen. U mag vragen overslaan.')
  })

  it('promises no anonymity where answers belong to a code', () => {
    const confidential = textOf(renderIntroduction(QUESTIONNAIRE, { ...CONTEXT, mode: 'codeConfidential' }))
    expect(confidential).toContain('Vertrouwelijk')
    expect(confidential).not.toContain('Zonder naam')
  })

  const checked = {
    ...QUESTIONNAIRE,
    questions: QUESTIONNAIRE.questions.map((question) =>
      question.type === 'text' ? { ...question, validators: [{ type: 'email', path: '/0' } as const] } : question,
    ),
  }

  it.each([
    ['in an open wave', EVERY_ELEMENT, 'open'],
    ['behind an anonymous code', EVERY_ELEMENT, 'codeAnonymous'],
    ['by a rule of the author', checked, 'open'],
  ] as const)('promises nobody to be unknown who is asked for an address of e-mail, %s', (_, questionnaire, mode) => {
    const done = renderDone(questionnaire, { ...CONTEXT, mode }, { withdrawalCode: 'K7P4HM9RT' })
    expect(textOf(done)).not.toContain('wij weten niet welke antwoorden van u zijn')
    const text = textOf(renderIntroduction(questionnaire, { ...CONTEXT, mode }))
    expect(text).toContain('U kunt een e-mailadres invullen. Dat hoeft niet.')
    expect(text).toContain('Dan kunnen wij zien dat de antwoorden van u zijn.')
    for (const promise of [
      'We vragen niet naar uw naam',
      'We vragen niet wie u bent',
      'geen naam en geen adres',
      'Wij kunnen niet zien',
    ])
      expect(text).not.toContain(promise)
  })

  it('starts without any state', () => {
    expect(sentBy(page, 'start')).toEqual({ go: 'start', 'on.page': 'introduction', language: 'nl', look: '' })
    expect(parseForm(QUESTIONNAIRE, sentBy(page, 'start'))).toMatchObject({
      go: 'start',
      draft: null,
      screenId: '',
      findings: [],
    })
  })

  it('lets people choose their language, and say no without a request', () => {
    expect(sentBy(page, 'language:ar')).toEqual({
      go: 'language:ar',
      'on.page': 'introduction',
      language: 'nl',
      look: '',
    })
    expect(page.querySelector('.decline')?.querySelectorAll('a, button')).toHaveLength(0)
  })

  it('says how long answers are kept that nobody sends', () => {
    expect(wordsOf(page.body)).toContain('Verstuurt u niets? Dan wissen we ze na 4 tot 5 weken.')
  })

  it('leads to erasing for who has a code', () => {
    expect(page.querySelector('.more a')?.getAttribute('href')).toBe('/v/hulp-2027/withdraw?lang=nl')
  })

  it('says on top that a town is invented or that questions are tried out, and nothing otherwise', () => {
    const strip = (sample: boolean, tryOut: boolean): string =>
      wordsOf(parsed(renderIntroduction(QUESTIONNAIRE, { ...CONTEXT, sample, tryOut })).querySelector('.strip'))
    expect(strip(true, false)).toBe('Voorbeeld. Gemeente Voorbeeldstad bestaat niet.')
    expect(strip(false, true)).toBe('Proef. We proberen deze vragen uit.')
    expect(strip(false, false)).toBe('')
  })
})

describe('the page before sending', () => {
  const html = renderReady(QUESTIONNAIRE, CONTEXT, {
    draft: 'd-1',
    withdrawalCode: 'K7P4-HM9R-TXYZ',
    answered: 5,
    skipped: 1,
  })

  it('says that nothing is sent yet and what was skipped', () => {
    expect(textOf(html)).toContain('Uw antwoorden zijn nog niet verstuurd.')
    expect(textOf(html)).toContain('U beantwoordde 5 vragen. U sloeg 1 vraag over.')
    expect(textOf(html)).not.toContain('opgeslagen')
  })

  it('carries the withdrawal code unseen', () => {
    expect(parseForm(QUESTIONNAIRE, sentBy(parsed(html), 'submit'))).toMatchObject({
      go: 'submit',
      draft: 'd-1',
      withdrawalCode: 'K7P4HM9RTXYZ',
      findings: [],
    })
    expect(textOf(html)).not.toContain('K7P4')
  })

  it('has a way back', () => {
    expect(parseForm(QUESTIONNAIRE, sentBy(parsed(html), 'back'))).toMatchObject({
      go: 'back',
      screenId: '',
      draft: 'd-1',
    })
  })
})

describe('the page after sending', () => {
  const html = renderDone(QUESTIONNAIRE, CONTEXT, { withdrawalCode: 'K7P4HM9RTXYZ' })

  it('is the one that says that answers are saved', () => {
    expect(wordsOf(parsed(html).querySelector('h1'))).toBe('Opgeslagen. Dank u wel.')
  })

  it('shows the code in three groups, where to use it, and what it does', () => {
    expect([...parsed(html).querySelectorAll('.code span')].map(wordsOf)).toEqual(['K7P4', 'HM9R', 'TXYZ'])
    expect(textOf(html)).toContain('voorbeeldstad.example/v/hulp-2027/withdraw')
    expect(textOf(html)).toContain('Ze tellen niet mee in alles wat we daarna maken.')
  })
})

describe('stopping', () => {
  it('offers to go on where somebody was, or to have everything erased', () => {
    const page = parsed(renderStop(QUESTIONNAIRE, CONTEXT, { draft: 'd-1', screenId: 'weeks' }))
    const carried = { 'on.page': 'stop', screen: 'weeks', draft: 'd-1', language: 'nl', look: '' }
    expect(sentBy(page, 'resume')).toEqual({ go: 'resume', ...carried })
    expect(sentBy(page, 'erase')).toMatchObject({ go: 'erase', draft: 'd-1' })
  })

  it('says afterwards that everything is erased', () => {
    expect(textOf(renderStopped(CONTEXT))).toContain('Wat u had ingevuld, is gewist.')
  })
})

describe('having answers erased', () => {
  it('takes the code in a form of its own', () => {
    const page = parsed(renderWithdraw(CONTEXT))
    expect(page.querySelector('form')?.getAttribute('action')).toBe('/v/hulp-2027/withdraw')
    expect(sentBy(page, 'erase')).toEqual({ go: 'erase', code: '', language: 'nl', look: '' })
    expect(page.querySelector('.summary')).toBeNull()
  })

  it('keeps what was typed when no answers belong to it', () => {
    const page = parsed(renderWithdraw(CONTEXT, { error: 'unknown', code: 'k7p 4hm' }))
    expect(page.querySelector<HTMLInputElement>('#q-code')?.value).toBe('k7p 4hm')
    expect(page.title).toMatch(/^Nog even nakijken/)
    expect(wordsOf(page.querySelector('.summary a'))).toBe(wordsOf(page.querySelector('.wrong')))
  })

  it('says afterwards that they are erased', () => {
    expect(textOf(renderWithdrawn(CONTEXT))).toContain('Uw antwoorden zijn gewist')
  })
})

describe('a notice', () => {
  const kinds: readonly NoticeKind[] = ['unknownWave', 'closed', 'busy', 'expired', 'notFound', 'failed']

  it.each(kinds)('says plainly what is the matter, also when the wave is not known: %s', (kind) => {
    for (const context of [CONTEXT, null]) {
      const page = parsed(renderNotice(context, kind, 'nl'))
      expect(page.querySelectorAll('h1')).toHaveLength(1)
      expect(wordsOf(page.querySelector('main p'))).not.toBe('')
    }
  })

  it('leads to a fresh start only where there is one', () => {
    const starts = kinds.filter(
      (kind) => parsed(renderNotice(CONTEXT, kind, 'nl')).querySelector('main a.button') !== null,
    )
    expect(starts).toEqual(['expired', 'notFound'])
    expect(parsed(renderNotice(null, 'expired', 'nl')).querySelector('main a')).toBeNull()
  })

  it('leads somebody who comes after closing with a code to the page that erases answers', () => {
    const links = kinds.flatMap((kind) =>
      [...parsed(renderNotice(CONTEXT, kind, 'nl')).querySelectorAll('main a.tall')].map((link) => [
        kind,
        link.getAttribute('href'),
      ]),
    )
    const ways = links.filter(([, href]) => href !== '/v/hulp-2027/start?lang=nl')
    expect(ways).toEqual([['closed', '/v/hulp-2027/withdraw?lang=nl']])
    expect(links.length - ways.length).toBe(kinds.length)
    expect(parsed(renderNotice(null, 'closed', 'nl')).querySelector('main a')).toBeNull()
  })

  it('can be read in another language where it was asked for, at the same address', () => {
    for (const context of [CONTEXT, null])
      for (const kind of ['notFound', 'busy', 'failed'] as const) {
        const page = parsed(renderNotice(context, kind, 'nl', {}, ['nl', 'ar']))
        expect(page.querySelector('form[method=get]:not([action]) button[name=lang][value=ar]')).not.toBeNull()
        expect(parsed(renderNotice(context, kind, 'nl')).querySelector('button[name=lang]')).toBeNull()
      }
  })

  it('speaks the language that was asked for', () => {
    expect(parsed(renderNotice(null, 'closed', 'en')).title).toBe('This questionnaire is closed – Klankbord')
  })
})
