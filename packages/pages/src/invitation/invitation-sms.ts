import { voiceOf } from '../voice.ts'
import { gsmText } from './gsm-text.ts'
import type { Invitation } from './invitation.ts'

/**
 * The text message that asks somebody to take part, or reminds them: who asks, that nobody has to, where, with which code,
 * and whom to call. It names nobody and not what the questions are about, for it is shown on locked screens.
 */
export function invitationSms({ language, kind, owner, code, address }: Invitation): string {
  const voice = voiceOf(language, 'nl')
  const again = kind === 'reminder'
  const values = { owner: owner.name, address }
  const asked =
    code === null
      ? voice.plain(again ? 'smsOpenAgain' : 'smsOpen', values)
      : voice.plain(again ? 'smsCodeAgain' : 'smsCode', { ...values, code })
  const call = owner.helpPhone === undefined ? [] : [voice.plain('smsCall', { phone: dialled(owner.helpPhone) })]
  return gsmText([asked, ...call].join(' ').replaceAll(/\s+/gu, ' '))
}

/** Spaces and dashes between digits cost room. */
const dialled = (phone: string): string => phone.replaceAll(/[^\d+]/g, '')
