import type { Questionnaire } from '@klankbord/model'
import { form, renderDocument } from '../document.ts'
import { html, type Content } from '../html.ts'
import { ICONS } from '../icons.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { voiceOf } from '../voice.ts'
import { accessField, type TypedAccessCode } from './access-field.ts'

/** A form that was sent with a code that is refused: everything in it but the code, to be sent again with another. */
export interface RefusedForm {
  readonly go: 'next' | 'submit'
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/**
 * Says that nobody can begin with this code: it was used, or was never handed out. Which of them is not told, so that
 * nobody learns which codes there are; what to do is told for both.
 *
 * @param typed the code as it was typed
 * @param kept answers that came with it: they stay in the page
 */
export function renderCodeRefused(
  questionnaire: Questionnaire,
  context: PageContext,
  typed: TypedAccessCode,
  kept: RefusedForm | null = null,
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const go = kept?.go ?? 'start'
  const button = html`<button class="primary" name="go" value="${go}">${voice.say(go)} ${ICONS.forward}</button>`
  return renderDocument(voice, context, {
    title: voice.plain('accessRefusedTitle'),
    // Another language would be another page, without the answers.
    ...(kept === null && { languages: 'closed' }),
    enter: go,
    main: html`<div class="letter">
      <h1>${voice.say('accessRefusedTitle')}</h1>
      <p>${voice.say('accessRefusedText')}</p>
      ${kept !== null && html`<p><b>${voice.say('accessRefusedKept')}</b></p>`}
      <p>${voice.say('accessRefusedDone')}</p>
      ${
        // Nor a way out of it.
        kept === null &&
        html`<p><a class="tall" href="${pageAddress(context, '/withdraw')}">${voice.say('layerEraseLink')}</a></p>`
      }
      <p>${voice.say('accessRefusedAgain')}</p>
      ${form(voice, context.action, {}, [hiddenFields(kept), accessField(voice, typed), button], 'stack')}
      <p>${voice.say('accessRefusedHelp', { owner: context.owner.name })}</p>
    </div>`,
  })
}

function hiddenFields(kept: RefusedForm | null): Content {
  return (kept?.fields ?? []).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
}
