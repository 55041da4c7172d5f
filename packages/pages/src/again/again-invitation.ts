import type { Questionnaire } from '@klankbord/model'
import { html, type Content } from '../html.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import type { Voice } from '../voice.ts'

/** Whether people are asked this here: where the questionnaire says so, and not before a screen that stands for everybody. */
export function offersAgain({ contactAgain }: Questionnaire, { kiosk }: PageContext): boolean {
  return contactAgain === true && kiosk !== true
}

/** Offers it at the end; in a page of its own, for the one before it shows a code once. */
export function againInvitation(voice: Voice, questionnaire: Questionnaire, context: PageContext): Content {
  if (!offersAgain(questionnaire, context)) return null
  const address = pageAddress(context, '/again')
  return html`<h2>${voice.say('againTitle')}</h2>
    <p>${voice.say('againInvite')}</p>
    <p><a class="tall" href="${address}" target="_blank" rel="noopener noreferrer">${voice.say('againLink')}</a></p>`
}
