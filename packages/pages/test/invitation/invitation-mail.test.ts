// @vitest-environment jsdom
import { translator } from '@klankbord/model'
import { invitationMail, PAGE_LANGUAGES, type Invitation } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '../../src/messages/catalogues.ts'
import { parsed, wordsOf } from '../parsed.ts'
import { INVITATION } from './invitations.ts'

const mailOf = (changes: Partial<Invitation> = {}): ReturnType<typeof invitationMail> =>
  invitationMail({ ...INVITATION, ...changes })

/** Both forms of a mail as running text. */
function formsOf(changes: Partial<Invitation> = {}): readonly string[] {
  const { text, html } = mailOf(changes)
  return [text.replaceAll(/\s+/g, ' '), wordsOf(parsed(html).body)]
}

describe('somebody who gets a mail', () => {
  it('reads who asks, that nobody has to, how, until when and whom to call, in both forms', () => {
    for (const form of formsOf())
      for (const told of [
        'Mw. A. de Vries',
        'Cliëntenraad Voorbeeldstad wil graag weten wat u vindt',
        'Ervaringen met hulp 2027',
        'aan uw zorg of ondersteuning verandert niets',
        'Het duurt ongeveer 12 minuten',
        'tot en met 31 mei 2027',
        'vragen.voorbeeldstad.example/hulp-2027',
        'U kunt er ook later verdergaan, uw antwoorden laten wissen en de uitkomsten lezen',
        'K7M-D93-XWPN',
        'Nederlands, English, العربية',
        'Op papier',
        'Per telefoon',
        'ervaringsdeskundige',
        '0800 – 000 00 00',
        'We bewaren de code los van uw antwoorden',
        'Wilt u geen herinnering krijgen?',
      ])
        expect(form).toContain(told)
  })

  it('is led to the first page with the code behind the hash, and elsewhere without it', () => {
    const links = [...parsed(mailOf().html).querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      INVITATION.link,
      'tel:08000000000',
      'https://vragen.voorbeeldstad.example/v/hulp-2027/other',
    ])
    expect(mailOf().text).toContain(INVITATION.link)
  })

  it('sees who asks in the line above it, and not what about', () => {
    expect(mailOf().subject).toBe('Cliëntenraad Voorbeeldstad wil graag weten wat u vindt')
    expect(mailOf({ kind: 'reminder' }).subject).toMatch(/^Herinnering: /)
    expect(mailOf({ owner: { name: 'De raad\r\nBcc: iemand' } }).subject).not.toMatch(/[\r\n]/)
  })

  it('fetches nothing and runs nothing', () => {
    const page = parsed(mailOf().html)
    expect(
      page.querySelectorAll('script, img, link, iframe, object, form, [src], [srcset], [style], [onclick]'),
    ).toHaveLength(0)
    expect(mailOf().html).not.toMatch(/url\(|@import/)
  })

  it('sees what an importer wrote as text', () => {
    const { html } = mailOf({ recipient: '<img src=x onerror=alert(1)>', owner: { name: '"><script>1</script>' } })
    expect(parsed(html).querySelectorAll('img, script')).toHaveLength(0)
  })
})

describe('what a mail promises', () => {
  it('is not anonymous where the code belongs to the answers', () => {
    for (const form of formsOf({ anonymous: false })) {
      expect(form).toContain('Uw antwoorden zijn dus niet anoniem.')
      expect(form).not.toContain('los van uw antwoorden')
    }
  })

  it('speaks of no code where there is none', () => {
    for (const form of formsOf({ code: null, link: 'https://h.example/v/hulp' })) {
      expect(form).toContain('U doet mee zonder code.')
      expect(form).not.toMatch(/Vul daar uw code in|los van uw antwoorden/)
    }
  })

  it('offers no way that the study has not', () => {
    for (const form of formsOf({ otherWays: [] })) expect(form).not.toMatch(/andere manier|Op papier|Per telefoon/)
  })

  it('names no number and no day that nobody decided on', () => {
    for (const form of formsOf({ owner: { name: 'De raad' }, lastDay: null, recipient: null })) {
      expect(form).not.toMatch(/Bel |tot en met|undefined|null/)
      expect(form).toContain('Laat het weten aan De raad.')
      expect(form).toContain('Beste mevrouw, beste meneer,')
    }
  })

  it('says of an invented organisation that it does not exist', () => {
    for (const form of formsOf({ sample: true })) expect(form).toContain('Cliëntenraad Voorbeeldstad bestaat niet.')
  })
})

describe('somebody who is reminded', () => {
  it('reads in an anonymous wave that nobody looks at who took part', () => {
    for (const form of formsOf({ kind: 'reminder' })) expect(form).toContain('Wij kijken niet wie al meedeed.')
    for (const form of formsOf({ kind: 'reminder', anonymous: false })) {
      expect(form).toContain('Deed u al mee? Dank u wel.')
      expect(form).not.toContain('Wij kijken niet')
    }
  })
})

describe.each(PAGE_LANGUAGES)('a mail in %s', (language) => {
  it('is wholly in that language, in its direction', () => {
    const page = parsed(mailOf({ language, kind: 'reminder', sample: true }).html)
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr'])
    const say = translator(CATALOGUES, language)
    for (const key of [
      'inviteFree',
      'inviteHow',
      'invitePaper',
      'inviteTalk',
      'inviteAgainAll',
      'invitePrivacy',
    ] as const)
      expect(wordsOf(page.body)).toContain(say(key))
    expect(mailOf({ language }).text).not.toMatch(/\{\w+\}/)
  })
})

it('is Dutch for who has a language without texts', () => {
  expect(parsed(mailOf({ language: 'hu' }).html).documentElement.lang).toBe('nl')
})
