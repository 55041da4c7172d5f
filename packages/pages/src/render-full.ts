import type { Questionnaire } from '@klankbord/model'
import { carriedCode, form, renderDocument } from './document.ts'
import { html } from './html.ts'
import { keptInPage } from './kept/kept-in-page.ts'
import type { SameForm } from './kept/same-form.ts'
import { askedOtherwise } from './kept/sent-again.ts'
import type { PageContext } from './page-context.ts'
import { voiceOf } from './voice.ts'

/**
 * Says that enough people with the answer that was chosen took part, and what can be done: choose again where it was a
 * slip, or stop, with which everything that was filled in before goes.
 */
export function renderFull(
  questionnaire: Questionnaire,
  context: PageContext,
  state: {
    readonly draft: string
    /** Where the answer was chosen. */
    readonly screenId: string
    /** What stood on that page: it is not stored, and stays to be read. */
    readonly given?: Readonly<Record<string, unknown>>
    /** The form that came, to ask for the page in another language or look. */
    readonly sent?: SameForm
  },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = { screen: state.screenId, draft: state.draft, ...carriedCode(context) }
  const buttons = html`<button class="primary" name="go" value="erase">${voice.say('stopErase')}</button>
    <button name="go" value="resume">${voice.say('fullGroupBack')}</button>`
  const otherwise = askedOtherwise(voice, context, state.sent === undefined ? {} : { sent: state.sent })
  return renderDocument(voice, context, {
    title: voice.plain('fullGroupTitle'),
    ...otherwise.parts,
    main: html`<div class="letter">
      <h1>${voice.say('fullGroupTitle')}</h1>
      <p>${voice.say('fullGroupText', { owner: context.owner.name })}</p>
      ${form(voice, context.action, hidden, buttons, 'stack')}
      ${keptInPage(voice, context, { questionnaire, ...(state.given && { given: state.given }) })} ${otherwise.form}
    </div>`,
  })
}
