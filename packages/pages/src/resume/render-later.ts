import type { Questionnaire } from '@klankbord/model'
import { dateWords } from '../date-text.ts'
import { carriedCode, form, leaveKiosk, renderDocument } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import { addressInPieces, pageAddress, spokenAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { seenField } from '../screen-foot.ts'
import { voiceOf, type Voice } from '../voice.ts'
import type { WordCard } from './word-card.ts'

/** What somebody who stops takes along. */
export interface LaterState {
  readonly draft: string
  /** Where they were; empty on the page before sending. */
  readonly screenId: string
  /** As the screen carried it. */
  readonly seen?: string
  /** The number of the question that comes when they change their mind; null on the page before sending. */
  readonly question: number | null
  /** Up to which question all is saved of what was filled in; 0 where no number says it. */
  readonly savedTo: number
  readonly cards: readonly WordCard[]
  /** ISO date of the last day on which the words work. */
  readonly until: string
  /** The server may not keep the answers under them yet. */
  readonly isPending?: boolean
}

/** Words with more letters stand below one another: on a small phone three of them do not fit beside. */
const MOST_LETTERS_BESIDE = 6

/**
 * Shows the words to come back with, where to go and until when. Unless the answers were kept under them it says that they
 * are not yet, and lets nobody leave.
 */
export function renderLater(questionnaire: Questionnaire, context: PageContext, state: LaterState): string {
  const voice = voiceOf(context.language, questionnaire.language)
  const hidden = {
    'on.page': 'later',
    'saved.to': String(state.savedTo),
    screen: state.screenId,
    draft: state.draft,
    ...seenField(state),
    ...carriedCode(context),
  }
  return renderDocument(voice, context, {
    title: voice.plain(state.isPending === true ? 'laterPendingTitle' : 'laterTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say(state.isPending === true ? 'laterPendingTitle' : 'laterTitle')}</h1>
      <p>${saved(voice, state)}</p>
      <div class="keep">
        <h2>${voice.say('laterWords')}</h2>
        ${cards(voice, state.cards)}
        <p>${voice.say('laterKeep')}</p>
        ${printButton(voice, context)}
        <p class="hint">${voice.say('laterLost')}</p>
      </div>
      <h2>${voice.say('laterHow')}</h2>
      <p>${where(voice, context, state.until)}</p>
      ${context.mode === 'codeAnonymous' && html`<p>${voice.say('laterCode')}</p>`}
      ${form(voice, context.action, hidden, buttons(voice, state), 'stack')}
    </div>`,
  })
}

function saved(voice: Voice, { question, savedTo, isPending }: LaterState): Html {
  if (isPending === true) return voice.say('laterPending')
  return question === null || savedTo < 1 ? voice.say('laterSaved') : voice.say('laterSavedTo', { n: savedTo })
}

/** Only a script prints, so it shows this. On a screen for everybody nothing is left behind. */
function printButton(voice: Voice, { kiosk }: PageContext): Content {
  return (
    kiosk !== true &&
    html`<p class="row" id="keep" hidden>
      <button type="button" id="print">${ICONS.print} ${voice.say('codePrint')}</button>
    </p>`
  )
}

/** Says goodbye without the words: whoever looks at this screen next learns nothing. */
export function renderLeft(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  return renderDocument(voice, context, {
    title: voice.plain('laterLeft'),
    ends: true,
    over: true,
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('laterLeft')}</h1>
      <p>${voice.say('laterLeftText')}</p>
      ${
        leaveKiosk(voice, context) ??
        html`<p><a class="tall" href="${pageAddress(context, '/resume')}">${voice.say('comeTitle')}</a></p>`
      }
      ${form(voice, context.action, { 'on.page': 'left' }, null, '')}
    </div>`,
  })
}

function cards(voice: Voice, words: readonly WordCard[]): Html {
  const long = words.some(({ word }) => word.length > MOST_LETTERS_BESIDE)
  return html`<ol class="words${long && ' long'}">
    ${words.map(
      ({ word, drawing }, place) =>
        html`<li><span class="number">${place + 1}</span>${drawing}<b lang="${voice.spoken}">${word}</b></li>`,
    )}
  </ol>`
}

function where(voice: Voice, context: PageContext, until: string): Html {
  const words = html`<bdi dir="ltr">${addressInPieces(spokenAddress(context, 'resume'))}</bdi>`
  // In a page of its own, so that the words stay in sight. Somebody else stands before a kiosk by the time it is used.
  const link =
    context.kiosk === true
      ? words
      : html`<a href="${pageAddress(context, '/resume')}" target="_blank" rel="noopener noreferrer">${words}</a>`
  return voice.say('laterGo', { link, date: dateWords(until, voice.spoken) })
}

function buttons(voice: Voice, { question, isPending }: LaterState): Content {
  return [
    isPending !== true && html`<button class="primary" name="go" value="leave">${voice.say('laterDone')}</button>`,
    html`<button name="go" value="resume">
      ${ICONS.back} ${question === null ? voice.say('stopResume') : voice.say('laterOn', { n: question })}
    </button>`,
    html`<button name="go" value="erase">${voice.say('laterErase')}</button>`,
  ]
}
