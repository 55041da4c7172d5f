// @vitest-environment jsdom
import {
  PAGE_SCRIPT_SOURCES,
  parseForm,
  renderCodeRefused,
  renderDone,
  renderIntroduction,
  renderNotice,
  renderReady,
  renderScreen,
  renderStop,
  renderWithdraw,
  type AccessCodeError,
  type PageContext,
} from '@klankbord/pages'
import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, sentBy, wordsOf } from './parsed.ts'

const ANONYMOUS: PageContext = { ...CONTEXT, mode: 'codeAnonymous', portion: 20 }
const textOf = (html: string): string => wordsOf(parsed(html).body)

describe('the introduction of a wave with codes', () => {
  const page = parsed(renderIntroduction(QUESTIONNAIRE, ANONYMOUS))
  const field = page.querySelector<HTMLInputElement>('#q-access')

  it('asks for the code of the letter, with an example and why', () => {
    expect(field?.labels?.[0]?.textContent).toBe('Uw code')
    expect(wordsOf(page.querySelector('#q-access-hint'))).toBe(
      'De code staat in uw brief, bijvoorbeeld K7M-D93-XWP4. Met de code kan iedereen één keer meedoen.',
    )
    expect(field?.getAttribute('aria-describedby')).toBe('q-access-hint')
    for (const [name, value] of Object.entries({
      autocomplete: 'off',
      autocapitalize: 'characters',
      inputmode: 'text',
      dir: 'ltr',
    }))
      expect(field?.getAttribute(name)).toBe(value)
  })

  it('says what is needed to go on later, here the code too, and to others the words alone', () => {
    const words = 'Ja. Kies “Stoppen”. U krijgt dan drie woorden met plaatjes.'
    const code = 'U heeft dan ook de code uit uw brief nodig.'
    expect(wordsOf(page.body)).toContain(words)
    expect(wordsOf(page.body)).toContain(code)
    const open = textOf(renderIntroduction(QUESTIONNAIRE, CONTEXT))
    expect([open.includes(words), open.includes(code)]).toEqual([true, false])
  })

  it('begins with Enter, instead of another language', () => {
    expect(page.querySelector<HTMLButtonElement>('button')?.value).toBe('start')
  })

  it('sends the code in the form, and keeps it when another language is chosen', () => {
    const typed = parsed(renderIntroduction(QUESTIONNAIRE, ANONYMOUS, { code: 'k7m d93' }))
    expect(parseForm(QUESTIONNAIRE, sentBy(typed, 'start'))).toMatchObject({
      go: 'start',
      access: 'k7m d93',
      findings: [],
    })
    expect(parseForm(QUESTIONNAIRE, sentBy(typed, 'language:ar'))).toMatchObject({ language: 'ar', access: 'k7m d93' })
  })

  it.each<[AccessCodeError, string]>([
    [{ kind: 'missing' }, 'Vul uw code in.'],
    [{ kind: 'strangeSigns', signs: ['O', '1'] }, 'Dit komt in geen enkele code voor: O 1.'],
    [{ kind: 'wrongLength', given: 9, expected: 10 }, 'Een code heeft 10 letters en cijfers. U vulde er 9 in.'],
    [{ kind: 'checkSign' }, 'Er klopt iets niet in de code.'],
    [{ kind: 'tooMany' }, 'Probeer het over een uur nog eens.'],
  ])('says what is wrong on top and at the field, and keeps what was typed: %o', (error, sentence) => {
    const again = parsed(renderIntroduction(QUESTIONNAIRE, ANONYMOUS, { code: '"k7m', error }))
    expect(again.title).toMatch(/^Nog even nakijken/)
    expect(wordsOf(again.querySelector('.summary a'))).toContain(sentence)
    expect(again.querySelector('.summary a')?.getAttribute('href')).toBe('#q-access')
    expect(wordsOf(again.querySelector('.wrong'))).toContain(sentence)
    const input = again.querySelector<HTMLInputElement>('#q-access')
    expect([input?.value, input?.getAttribute('aria-invalid')]).toEqual(['"k7m', 'true'])
  })

  it('asks for no code where everybody may come in', () => {
    const open = parsed(renderIntroduction(QUESTIONNAIRE, CONTEXT))
    expect(open.querySelectorAll('#q-access, script, .enter')).toHaveLength(0)
  })
})

describe('what the introduction promises', () => {
  const layers = (context: PageContext): string => textOf(renderIntroduction(QUESTIONNAIRE, context))

  it('says of an anonymous code who can see what until when, and that a backup may show it longer', () => {
    const text = layers(ANONYMOUS)
    expect(text).toContain(
      'Zolang ze wachten, kan iemand die bij de computer zelf kan, zien welke antwoorden met welke code kwamen.',
    )
    expect(text).toContain(
      'We husselen de antwoorden van minstens 20 mensen tegelijk. Dat doen we pas als er antwoorden van minstens 40 mensen wachten. Wachten er minder? Dan husselen we ze als de vragenlijst voorbij is.',
    )
    expect(text).toContain('Alleen een reservekopie van vóór die tijd kan het nog laten zien, tot die is gewist.')
    expect(text).toContain('Bij het husselen halen we de taal weg en maken we de week minder precies.')
    expect(text).not.toContain('Wij kunnen niet zien')
    expect(text).toContain('Als de vragenlijst voorbij is, wissen we alle codes.')
  })

  it('says for how long answers are kept, who may see those of one person, and when nobody agreed on a term', () => {
    const keeps = { answers: 12, usual: false, contacts: null, leastGroup: 10 }
    const text = layers({ ...ANONYMOUS, keeps })
    expect(text).toContain('We wissen uw antwoorden 12 maanden nadat de laatste vragenlijst van dit onderzoek')
    expect(text).toContain(
      'Dat kan alleen als er minstens 10 mensen meededen. We schrijven dan op wie dat doet en waarom.',
    )
    const usual = layers({ ...CONTEXT, keeps: { ...keeps, answers: 1, usual: true } })
    expect(usual).toContain('niet afgesproken hoe lang we uw antwoorden bewaren. Dan wissen we ze 1 maand nadat')
    expect(usual).not.toContain('wie dat doet en waarom')
  })

  it('says that no name is kept only where there is none in the study, and else what for and how apart', () => {
    const keeps = { answers: 12, usual: false, contacts: 3, leastGroup: 10 }
    for (const context of [CONTEXT, ANONYMOUS]) {
      expect(layers(context)).toContain('We bewaren geen naam en geen adres.')
      const text = layers({ ...context, keeps })
      expect(text).not.toContain('We bewaren geen naam en geen adres.')
      expect(text).toContain(
        'Bij uw antwoorden bewaren we geen naam en geen adres. Krijgt u een brief of bericht van ons?',
      )
      expect(text).toContain('op een aparte lijst. Op die lijst staat niet wat u antwoordde.')
      expect(text).toMatch(
        /We wissen ze 3 maanden nadat [^.]+ is gesloten\. Is er een klacht\? Dan kan het later zijn\./,
      )
    }
  })

  it('names the size that this wave was opened with', () => {
    const text = layers({ ...ANONYMOUS, portion: 50 })
    expect(text).toContain('minstens 50 mensen tegelijk. Dat doen we pas als er antwoorden van minstens 100 mensen')
  })

  it('says of a confidential code that whoever knows it can see the answers, and nothing of mixing', () => {
    const text = layers({ ...CONTEXT, mode: 'codeConfidential' })
    expect(text).toContain('Wie weet welke code aan u is gestuurd, kan zien wat u antwoordde.')
    expect(text).not.toContain('husselen')
  })

  it('never says that nobody knows whose answers are whose, once there are codes', () => {
    for (const mode of ['codeAnonymous', 'codeConfidential'] as const) {
      const done = textOf(renderDone(QUESTIONNAIRE, { ...CONTEXT, mode }, { withdrawalCode: 'K7P4HM9RTXYZ' }))
      expect(done).not.toContain('wij weten niet welke antwoorden van u zijn')
    }
  })
})

describe('the code of somebody who began', () => {
  const context: PageContext = { ...ANONYMOUS, access: 'K7MD93XWPN' }
  const pages: readonly (readonly [string, string, string])[] = [
    [
      'question',
      'next',
      renderScreen(QUESTIONNAIRE, context, { screenId: 'quick', answers: {}, draft: 'd-1', saved: 0 }),
    ],
    [
      'last page',
      'submit',
      renderReady(QUESTIONNAIRE, context, { draft: 'd-1', withdrawalCode: 'K7P4HM9RTXYZ', answered: 1, skipped: 0 }),
    ],
    ['stop page', 'resume', renderStop(QUESTIONNAIRE, context, { draft: 'd-1', screenId: 'quick' })],
  ]

  it.each(pages)('goes along unseen from the %s, and stands in no address', (_, go, html) => {
    const page = parsed(html)
    expect(parseForm(QUESTIONNAIRE, sentBy(page, go))).toMatchObject({ access: 'K7MD93XWPN', findings: [] })
    const addresses = [...page.querySelectorAll('a, form')].map(
      (one) => one.getAttribute('href') ?? one.getAttribute('action'),
    )
    expect(addresses.filter((address) => address?.includes('K7MD93XWPN'))).toEqual([])
    expect(wordsOf(page.body)).not.toContain('K7MD93XWPN')
  })
})

describe('a code that nobody can begin with', () => {
  const page = parsed(renderCodeRefused(QUESTIONNAIRE, ANONYMOUS, { code: 'k7md93xwpn' }))

  it('is told in one sentence for both reasons, with what to do', () => {
    const text = wordsOf(page.body)
    expect(wordsOf(page.querySelector('h1'))).toBe('Met deze code kunt u niet meedoen')
    expect(text).toContain('De code is al gebruikt, of het is niet precies de code uit uw brief.')
    expect(text).toContain('Deed u al mee? Dan hoeft u niets meer te doen.')
    expect(text).toContain('Vraag het dan aan Gemeente Voorbeeldstad.')
    expect(page.querySelector('main a[href^="/v/hulp-2027/withdraw"]')).not.toBeNull()
  })

  const refused = (context: PageContext): string => textOf(renderCodeRefused(QUESTIONNAIRE, context, {}))

  it('leads to whoever can be called once the round is closed, for nobody can make another', () => {
    const late = refused({ ...ANONYMOUS, finishBy: '2026-12-14' })
    expect(late).toContain(
      'Deze vragenlijst is gesloten. We kunnen geen nieuwe codes meer maken. Heeft u vragen? Bel 0800 – 000 00 00.',
    )
    expect(late).not.toContain('Vraag het dan aan')
    const owner = { name: 'Gemeente Voorbeeldstad' }
    expect(refused({ ...ANONYMOUS, owner, finishBy: '2026-12-14' })).toContain(
      'We kunnen geen nieuwe codes meer maken. Heeft u vragen? Stel ze aan Gemeente Voorbeeldstad.',
    )
    expect(refused(ANONYMOUS)).not.toContain('gesloten')
  })

  it('can be tried again', () => {
    expect(parseForm(QUESTIONNAIRE, sentBy(page, 'start'))).toMatchObject({ go: 'start', access: 'k7md93xwpn' })
  })

  it('leaves in the page what was filled in, to be sent with another code', () => {
    const fields = [
      ['draft', 'd-1'],
      ['screen', 'quick'],
    ] as const
    const kept = parsed(renderCodeRefused(QUESTIONNAIRE, ANONYMOUS, { code: 'k7md93xwpn' }, { go: 'next', fields }))
    expect(parseForm(QUESTIONNAIRE, sentBy(kept, 'next'))).toMatchObject({
      go: 'next',
      draft: 'd-1',
      screenId: 'quick',
    })
    expect(wordsOf(kept.body)).toContain('Sluit de pagina dus niet.')
    expect(kept.querySelectorAll('main a')).toHaveLength(0)
    // In another language the same is sent once more.
    expect(parseForm(QUESTIONNAIRE, sentBy(kept, 'language:ar'))).toMatchObject({ go: 'next', language: 'ar' })
  })
})

describe('the code of a QR picture', () => {
  /** The page as it stands after its script ran, opened with this behind its address. */
  function openedWith(fragment: string, typed = ''): { readonly field: string; readonly address: string } {
    const html = renderIntroduction(QUESTIONNAIRE, ANONYMOUS, { code: typed })
    const page = parsed(html)
    const script = page.querySelector('script')?.textContent ?? ''
    expect(`'sha256-${createHash('sha256').update(script).digest('base64')}'`).toBe(PAGE_SCRIPT_SOURCES[0])
    const location = { hash: fragment, pathname: '/v/hulp-2027', search: '?lang=nl' }
    let address = location.pathname + location.search + fragment
    const history = { replaceState: (_state: unknown, _title: string, to: string) => (address = to) }
    runInNewContext(script, { document: page, location, history })
    return { field: page.querySelector<HTMLInputElement>('#q-access')?.value ?? '', address }
  }

  it('comes into the field and is gone from the address', () => {
    expect(openedWith('#K7M-D93-XWPN')).toEqual({ field: 'K7M-D93-XWPN', address: '/v/hulp-2027?lang=nl' })
  })

  it('never replaces what somebody typed', () => {
    expect(openedWith('#K7M-D93-XWPN', 'aaa')).toEqual({ field: 'aaa', address: '/v/hulp-2027?lang=nl' })
  })

  it.each(['', '#main', '#q-access', '#K7M-D93', '#<b>bold</b>', '#%E0%A4%A'])('is not seen in %j', (fragment) => {
    expect(openedWith(fragment).field).toBe('')
  })
})

describe('a wave that is over', () => {
  it('says until when who had begun can finish, on their pages only', () => {
    const grace = { ...CONTEXT, finishBy: '2026-12-14' }
    const screen = renderScreen(QUESTIONNAIRE, grace, { screenId: 'quick', answers: {}, draft: 'd-1', saved: 0 })
    expect(textOf(screen)).toContain('U kunt tot en met 14 december 2026 afmaken.')
  })

  it.each([
    ['codeAnonymous', true],
    ['codeConfidential', true],
    ['open', false],
  ] as const)('tells of codes on its first page only where there are codes: %s', (mode, told) => {
    const page = renderIntroduction(QUESTIONNAIRE, { ...CONTEXT, mode, finishBy: '2026-12-14' })
    expect(textOf(page).includes('Heeft u een code die nog niet is gebruikt?')).toBe(told)
  })

  it.each(['closed', 'sealed'] as const)('still leads to erasing what was sent: %s', (kind) => {
    const page = parsed(renderNotice(CONTEXT, kind, 'nl'))
    expect(page.querySelector('main a')?.getAttribute('href')).toMatch(/^\/v\/hulp-2027\/withdraw/)
  })

  it('says that nothing can be finished any more', () => {
    expect(textOf(renderNotice(CONTEXT, 'sealed', 'nl'))).toContain('Wat u niet verstuurde, telt niet mee.')
  })
})

it('tells somebody who brings the code of their letter to erase answers that it is the other one', () => {
  const page = parsed(renderWithdraw(ANONYMOUS, { error: 'letterCode', code: 'K7M-D93-XWPN' }))
  expect(wordsOf(page.querySelector('.wrong'))).toBe(
    'Dit lijkt de code uit uw brief. Vul de andere code in. Die kreeg u na het versturen.',
  )
})
