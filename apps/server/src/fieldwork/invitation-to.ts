import type { Invitation } from '@klankbord/pages'
import type { Invitee } from '@klankbord/storage'
import { shownAccessCode } from '../access/access-code.ts'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { languageFor } from '../respondent/visit.ts'

/** In what an invitation differs from others of its wave. */
export interface InvitationForm {
  readonly kind: Invitation['kind']
  /** For people of whom no language is known; that of the questionnaire when left out. */
  readonly language?: string | null
}

/** All that somebody who is asked is told, whether by mail or by letter. */
export function invitationTo(
  { settings }: Pick<ServerContext, 'settings'>,
  opened: OpenedWave,
  { contact, code }: Pick<Invitee, 'contact' | 'code'>,
  { kind, language }: InvitationForm,
): Invitation {
  const { study, wave, languages } = opened
  const page = `${settings.publicUrl()}/v/${wave.address}`
  const shown = code === null ? null : shownAccessCode(code)
  return {
    language: languageFor(opened, contact.language ?? language),
    languages,
    kind,
    studyTitle: study.title,
    owner: study.organisation,
    recipient: contact.name === '' ? null : contact.name,
    code: shown,
    link: shown === null ? page : `${page}#${shown}`,
    address: page.replace(/^https?:\/\//, ''),
    otherWays: study.organisation.otherWays ?? [],
    lastDay: wave.lastDay,
    anonymous: wave.mode === 'codeAnonymous',
    sample: study.sample,
  }
}
