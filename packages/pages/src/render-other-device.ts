import type { Answers, Question, Questionnaire } from '@klankbord/model'
import { answerWords } from './answer-words.ts'
import { form, hiddenFields, renderDocument } from './document.ts'
import { fillFrom } from './fill.ts'
import { resumeValue, type PageAction } from './form-fields.ts'
import { html, type Content, type Html } from './html.ts'
import { ICONS } from './icons.ts'
import type { SameForm } from './kept/same-form.ts'
import type { PageContext } from './page-context.ts'
import { askedBy } from './screen-foot.ts'
import { voiceOf, type Voice } from './voice.ts'

/** Answers that stand on two devices. */
export interface OtherDeviceState {
  /** The form that came, but for what every page says anew. */
  readonly fields: SameForm['fields']
  /** Up to which revision the other device is shown here. */
  readonly revision: number
  /** What was filled in on this device, with the button that was pressed. */
  readonly here: { readonly go: PageAction; readonly answers: Readonly<Record<string, unknown>> }
  /** What stands on the other one, and where to go on with it; the page before sending where no screen is named. */
  readonly there: { readonly screen: string | null; readonly answers: Answers }
  /** The questions that are answered differently; none where answers were to be sent. */
  readonly questions: readonly Question[]
}

/** Asks whether to go on with what was filled in here or on another device. Until somebody chooses, nothing is kept and nothing is lost. */
export function renderOtherDevice(questionnaire: Questionnaire, context: PageContext, state: OtherDeviceState): string {
  const voice = voiceOf(
    context.language,
    questionnaire.language,
    fillFrom(questionnaire, state.there.answers, context.clock),
  )
  const isSending = state.questions.length === 0
  const hidden = { 'chosen.over': String(state.revision) }
  return renderDocument(voice, context, {
    title: voice.plain('otherDeviceTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('otherDeviceTitle')}</h1>
      <p>${voice.say(isSending ? 'otherDeviceSending' : 'otherDeviceText')}</p>
      ${state.questions.map((question) => both(voice, question, state))}
      ${form(voice, context.action, hidden, [hiddenFields(state.fields), buttons(voice, state, isSending)], 'stack')}
    </div>`,
    foot: askedBy(voice, questionnaire, context),
  })
}

function both(voice: Voice, question: Question, { here, there }: OtherDeviceState): Html {
  return html`<h2>${voice.author(question.title)}</h2>
    <dl class="given">
      <div>
        <dt>${voice.say('otherDeviceHere')}</dt>
        ${lines(voice, question, here.answers)}
      </div>
      <div>
        <dt>${voice.say('otherDeviceThere')}</dt>
        ${lines(voice, question, there.answers)}
      </div>
    </dl>`
}

function lines(voice: Voice, question: Question, answers: Readonly<Record<string, unknown>>): Content {
  const words = answerWords(voice, question, answers)
  return words.length === 0
    ? html`<dd>${voice.say('otherDeviceNothing')}</dd>`
    : words.map((line) => html`<dd>${line}</dd>`)
}

function buttons(voice: Voice, { here, there }: OtherDeviceState, isSending: boolean): Content {
  const resume = there.screen === null || there.screen === '' ? 'resume' : resumeValue(there.screen)
  if (isSending)
    return html`<button class="primary" name="go" value="${resume}">
      ${voice.say('otherDeviceLook')} ${ICONS.forward}
    </button>`
  return html`<button name="go" value="${here.go}">${voice.say('otherDeviceChooseHere')} ${ICONS.forward}</button>
    <button name="go" value="${resume}">${voice.say('otherDeviceChooseThere')} ${ICONS.forward}</button>`
}
