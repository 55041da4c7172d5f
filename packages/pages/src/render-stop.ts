import type { Questionnaire } from '@klankbord/model'
import { carriedCode, form, leaveKiosk, renderDocument } from './document.ts'
import { html, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import { pageAddress } from './page-address.ts'
import type { PageContext } from './page-context.ts'
import { seenField } from './screen-foot.ts'
import { voiceOf, type Voice } from './voice.ts'

/** Asks whether somebody wants to stop of whom nothing is kept yet. */
export function renderStop(
  questionnaire: Questionnaire,
  context: PageContext,
  state: {
    readonly draft: string | null
    /** Where they were; empty on the page before sending. */ readonly screenId: string
    /** As the screen carried it. */ readonly seen?: string
  },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = {
    'on.page': 'stop',
    screen: state.screenId,
    draft: state.draft ?? '',
    ...seenField(state),
    ...carriedCode(context),
  }
  const buttons = html`<button class="primary" name="go" value="resume">
      ${voice.say('stopResume')} ${ICONS.forward}
    </button>
    <button name="go" value="erase">${voice.say('stopErase')}</button>`
  return renderDocument(voice, context, {
    title: voice.plain('stopTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('stopTitle')}</h1>
      <p>${voice.say('stopText')}</p>
      ${form(voice, context.action, hidden, buttons, 'stack')}
    </div>`,
  })
}

/** Asks once more before everything is erased that somebody filled in. */
export function renderErase(
  questionnaire: Questionnaire,
  context: PageContext,
  { draft, screenId }: { readonly draft: string; readonly screenId: string },
): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = { 'on.page': 'erase', screen: screenId, draft, ...carriedCode(context) }
  const buttons = html`<button class="primary" name="go" value="resume">${voice.say('eraseNo')}</button>
    <button name="go" value="erase">${voice.say('eraseYes')}</button>`
  return renderDocument(voice, context, {
    title: voice.plain('eraseTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('eraseTitle')}</h1>
      <p>${voice.say('eraseText')}</p>
      ${form(voice, context.action, hidden, buttons, 'stack')}
    </div>`,
  })
}

/** Says that what was filled in is gone: show it after the draft was erased. */
export function renderStopped(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  return renderDocument(voice, context, {
    title: voice.plain('stoppedTitle'),
    ends: true,
    over: true,
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('stoppedTitle')}</h1>
      <p>${voice.say('stoppedText')}</p>
      ${leaveKiosk(voice, context) ?? wayBack(voice, context)}
      ${form(voice, context.action, { 'on.page': 'stopped' }, null, '')}
    </div>`,
  })
}

function wayBack(voice: Voice, context: PageContext): Html {
  return html`<p>${voice.say('doneClose')}</p>
    <p>${voice.say('stoppedAgain')}</p>
    <div class="stack"><a class="button" href="${pageAddress(context)}">${voice.say('stoppedLink')}</a></div>`
}
