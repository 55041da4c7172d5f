import type { Invitation } from '@klankbord/pages'
import { lengthOf } from '@klankbord/questionnaire'
import type { Invitee } from '@klankbord/storage'
import { shownAccessCode } from '../access/access-code.ts'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { frontAddress } from '../respondent/short-address.ts'
import { languageFor } from '../respondent/visit.ts'
import { otherWaysOf } from './other-ways.ts'

/** In what an invitation differs from others of its wave. */
export interface InvitationForm {
  readonly kind: Invitation['kind']
  /** For people of whom no language is known; that of the questionnaire when left out. */
  readonly language?: string | null
}

/** All that somebody who is asked is told, whether by mail, by letter or in a text message. */
export function invitationTo(
  { settings, clock }: Pick<ServerContext, 'settings' | 'clock'>,
  opened: OpenedWave,
  { contact, code }: Pick<Invitee, 'contact' | 'code'>,
  { kind, language: otherwise }: InvitationForm,
): Invitation {
  const { study, wave, questionnaire, languages } = opened
  const language = languageFor(opened, primary(contact.language) ?? otherwise)
  const shown = code === null ? null : shownAccessCode(code)
  // The browser of somebody who was written to in Arabic may ask for Dutch.
  const spoken = language === questionnaire.language ? '' : `?lang=${language}`
  return {
    language,
    languages,
    kind,
    studyTitle: study.title,
    owner: study.organisation,
    recipient: contact.name === '' ? null : contact.name,
    code: shown,
    link: `${settings.publicUrl()}/v/${wave.address}${spoken}${shown === null ? '' : `#${shown}`}`,
    address: frontAddress(settings.publicUrl(), wave.address),
    otherWays: otherWaysOf(wave),
    lastDay: wave.closesOn,
    anonymous: wave.mode === 'codeAnonymous',
    minutes: lengthOf(questionnaire, todayAt(clock.now())).minutes,
    sample: study.sample,
  }
}

/** Of somebody who speaks "ar-SY" the texts are in "ar". */
function primary(language: string | null): string | undefined {
  return language?.split('-')[0]?.toLowerCase()
}
