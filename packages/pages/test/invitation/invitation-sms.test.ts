import { invitationSms, PAGE_LANGUAGES } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { gsmText, smsSegments } from '../../src/invitation/gsm-text.ts'
import { INVITATION } from './invitations.ts'

describe('somebody who gets a text message', () => {
  it('reads who asks, that nobody has to, where, with which code, and whom to call', () => {
    expect(invitationSms(INVITATION)).toBe(
      'Clientenraad Voorbeeldstad wil graag weten wat u vindt. Meedoen hoeft niet. Ga naar vragen.voorbeeldstad.example/hulp-2027, code K7M-D93-XWPN. Liever anders, of vragen? Bel 08000000000.',
    )
  })

  it('is not named in it, and neither is what the questions are about', () => {
    for (const language of PAGE_LANGUAGES) {
      const sms = invitationSms({ ...INVITATION, language })
      expect(sms).not.toMatch(/Vries|Ervaringen|hulp 2027/)
    }
  })

  it.each(PAGE_LANGUAGES)('gets at most two messages in %s', (language) => {
    for (const kind of ['invitation', 'reminder'] as const)
      for (const code of ['K7M-D93-XWPN', null]) {
        const sms = invitationSms({ ...INVITATION, language, kind, code })
        expect([sms, smsSegments(sms) <= 2]).toEqual([sms, true])
        expect(sms).not.toMatch(/\{|undefined/)
      }
  })

  it('is not told to call where there is no number', () => {
    expect(invitationSms({ ...INVITATION, owner: { name: 'De raad' }, kind: 'reminder', code: null })).toBe(
      'Herinnering van De raad: wat vindt u? Al meegedaan? Dank u wel. Meedoen hoeft niet. Ga naar vragen.voorbeeldstad.example/hulp-2027.',
    )
  })
})

describe('a text message', () => {
  it('loses marks that would make it dearer, and no letter of another script', () => {
    expect(gsmText('Cliënten – ‘café’ łączność şikâyet')).toBe("Clienten - 'café' lacznosc sikayet")
    expect(gsmText('مرحبا – ë')).toBe('مرحبا – ë')
  })

  it('is cut at 160 signs, or at 70 with letters of another script', () => {
    expect([160, 161, 306, 307].map((length) => smsSegments('a'.repeat(length)))).toEqual([1, 2, 2, 3])
    expect([70, 71, 134, 135].map((length) => smsSegments('я'.repeat(length)))).toEqual([1, 2, 2, 3])
  })
})
