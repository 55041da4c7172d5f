import type { Questionnaire } from '@klankbord/model'
import { form, renderDocument } from './document.ts'
import { html, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import type { PageContext } from './page-context.ts'
import { screenFoot } from './render-screen.ts'
import { voiceOf, type Voice } from './voice.ts'

/** What goes along when the answers are sent. */
export interface ReadyState {
  readonly draft: string | null
  /** Made before sending, so that a retry can show it again. */
  readonly withdrawalCode: string
  /** Numbers of questions. */
  readonly answered: number
  readonly skipped: number
}

/** The page after the last question: nothing is sent until the button is pressed. */
export function renderReady(questionnaire: Questionnaire, context: PageContext, state: ReadyState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = { screen: '', draft: state.draft ?? '', code: state.withdrawalCode }
  return renderDocument(voice, context, {
    title: voice.plain('readyTitle'),
    languages: 'closed',
    enter: 'submit',
    main: [
      html`<p class="progress"><b>${voice.say('progressDone')}</b></p>
        <progress value="1" max="1" aria-hidden="true"></progress>`,
      form(voice, context.action, hidden, letter(voice, state)),
    ],
    foot: screenFoot(voice, questionnaire, context),
  })
}

function letter(voice: Voice, state: ReadyState): Html {
  return html`<div class="letter">
    <h1>${voice.say('readyTitle')}</h1>
    <p><b>${voice.say('readyNotYet')}</b></p>
    <p>
      ${voice.say('readyCount', { answered: state.answered })}
      ${state.skipped > 0 && voice.say('readySkipped', { skipped: state.skipped })}
    </p>
    <h2>${voice.say('readyNext')}</h2>
    <p>${voice.say('readyNextText')}</p>
    <div class="actions">
      <button class="primary" name="go" value="submit">${voice.say('submit')} ${ICONS.forward}</button>
      <button name="go" value="back">${ICONS.back} ${voice.say('back')}</button>
    </div>
  </div>`
}
