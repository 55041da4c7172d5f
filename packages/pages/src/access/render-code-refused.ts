import type { Questionnaire } from '@klankbord/model'
import { form, renderDocument } from '../document.ts'
import { html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { voiceOf } from '../voice.ts'
import { accessField } from './access-field.ts'

/**
 * Says that nobody can begin with this code: it was used, or was never handed out. Which of them is not told, so that
 * nobody learns which codes there are; what to do is told for both.
 *
 * @param code as it was typed
 */
export function renderCodeRefused(questionnaire: Questionnaire, context: PageContext, code: string): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const start = html`<button class="primary" name="go" value="start">${voice.say('start')} ${ICONS.forward}</button>`
  return renderDocument(voice, context, {
    title: voice.plain('accessRefusedTitle'),
    languages: 'closed',
    enter: 'start',
    main: html`<div class="letter">
      <h1>${voice.say('accessRefusedTitle')}</h1>
      <p>${voice.say('accessRefusedText')}</p>
      <p>${voice.say('accessRefusedDone')}</p>
      <p><a class="tall" href="${pageAddress(context, '/withdraw')}">${voice.say('layerEraseLink')}</a></p>
      <p>${voice.say('accessRefusedAgain')}</p>
      ${form(voice, context.action, {}, [accessField(voice, { code }), start], 'stack')}
      <p>${voice.say('accessRefusedHelp', { owner: context.owner.name })}</p>
    </div>`,
  })
}
