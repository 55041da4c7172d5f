import type { Questionnaire } from '@klankbord/model'
import { form, hiddenFields, phoneLink, renderDocument } from '../document.ts'
import { html, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { withPressed } from '../kept/sent-again.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { voiceOf, type Voice } from '../voice.ts'
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
    languages: 'closed',
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
      ${form(voice, context.action, {}, [hiddenFields(sentAgain(kept)), accessField(voice, typed), button], 'stack')}
      <p>${help(voice, context)}</p>
    </div>`,
  })
}

/** Who asks can give another code only while the wave is open; after that they can be called, and no more is promised. */
function help(voice: Voice, { owner: { name: owner, helpPhone }, finishBy }: PageContext): Html {
  if (finishBy === undefined) return voice.say('accessRefusedHelp', { owner })
  const call =
    helpPhone === undefined
      ? voice.say('accessRefusedAsk', { owner })
      : voice.say('accessRefusedCall', { phone: phoneLink(helpPhone) })
  return html`${voice.say('accessRefusedLate')} ${call}`
}

/** In another language or look it is sent again just so, with the code that stands there. */
function sentAgain(kept: RefusedForm | null): RefusedForm['fields'] {
  return kept === null ? [] : withPressed(kept.fields, kept.go)
}
