import type { HelpKind, Questionnaire } from '@klankbord/model'
import { carriedCode, form, renderDocument } from './document.ts'
import { html, type Html } from './html.ts'
import { DRAWINGS, ICONS } from './icons.ts'
import type { PageContext } from './page-context.ts'
import { askedBy } from './screen-foot.ts'
import { voiceOf, type Voice } from './voice.ts'

/** Answers that somebody sent, and that are not acknowledged yet. */
export interface NotSentState {
  readonly draft: string
  readonly withdrawalCode: string
  readonly help: HelpKind | null
  readonly offline: boolean
  /** They stay on the device when the page is closed. */
  readonly own: boolean
  /** The device keeps nothing: they are gone with the page. */
  readonly unkept: boolean
}

/** Says that everything is filled in and not sent yet, and what to do. The form sends what it can: a page like any other. */
export function renderNotSent(questionnaire: Questionnaire, context: PageContext, state: NotSentState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = {
    screen: '',
    draft: state.draft,
    code: state.withdrawalCode,
    ...(state.help !== null && { 'helped.by': state.help }),
    ...carriedCode(context),
  }
  return renderDocument(voice, context, {
    title: voice.plain('waitTitle'),
    languages: 'closed',
    enter: 'submit',
    main: form(voice, context.action, hidden, letter(voice, state)),
    foot: askedBy(voice, questionnaire, context),
  })
}

function letter(voice: Voice, { offline, own, unkept }: NotSentState): Html {
  return html`<div class="letter">
    ${DRAWINGS.device}
    <h1>${voice.say('waitTitle')}</h1>
    <p>${voice.say(offline ? 'waitOffline' : 'waitBusy')}</p>
    <p><b>${voice.say('waitAgain')}</b> ${voice.say(own ? 'waitOwn' : 'waitOpen')}</p>
    ${unkept && html`<p>${voice.say('deviceOnly')}</p>`}
    <div class="actions">
      <button class="primary" name="go" value="submit">${voice.say('waitSend')}</button>
    </div>
    <p class="state device" role="status">${ICONS.device} ${voice.say('waitAll')}</p>
    <h2>${voice.say('wipeTitle')}</h2>
    <p>${voice.say('wipeText')}</p>
    <div class="stack"><button name="go" value="erase">${ICONS.bin} ${voice.say('wipe')}</button></div>
  </div>`
}

/** Says that a device holds nothing any more while the server could not be told yet. */
export function renderWiped(questionnaire: Questionnaire, context: PageContext): string {
  const voice = voiceOf(context.language, questionnaire.language)
  return renderDocument(voice, context, {
    title: voice.plain('stoppedTitle'),
    main: html`<div class="letter">
      <h1>${voice.say('stoppedTitle')}</h1>
      <p>${voice.say('wipedText')}</p>
    </div>`,
  })
}

/** Says that the same answers are being filled in in another tab, with a way to go on here. */
export function renderElsewhere(questionnaire: Questionnaire, context: PageContext): string {
  const voice = voiceOf(context.language, questionnaire.language)
  return renderDocument(voice, context, {
    title: voice.plain('elsewhereTitle'),
    main: html`<div class="letter">
      <h1>${voice.say('elsewhereTitle')}</h1>
      <p>${voice.say('elsewhereText')}</p>
      <div class="stack">
        <button class="primary" type="button" data-here>${voice.say('elsewhereHere')} ${ICONS.forward}</button>
      </div>
    </div>`,
    foot: askedBy(voice, questionnaire, context),
  })
}
