import { textHash } from '@klankbord/model'
import { checkSummary, wrongLine } from '../check-points.ts'
import { form, renderDocument } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { controlId, errorId, hintId } from '../question/ids.ts'
import { voiceOf, type MessageKey, type Voice } from '../voice.ts'
import { AGAIN_LIMITS, EMPTY_AGAIN_FORM, type AgainForm, type AgainSlip } from './again-form.ts'

/** What the page shows: for how long contacts are kept, what was typed and what needs another look. */
export interface AgainState {
  /** Months after the last wave of the study. */
  readonly kept: number
  readonly typed?: AgainForm
  readonly slips?: readonly AgainSlip[]
}

/**
 * Which words somebody agrees to on this page: its language, and a mark of what it says. With the release of the program
 * that has these words they can be read again.
 *
 * @example againEdition('nl') // 'nl 3f9c0d21ab54'
 */
export function againEdition(language: string): string {
  const voice = voiceOf(language, 'nl')
  const said = SAID.map((key) => voice.plain(key, { owner: '{owner}', n: 0 }))
  return `${voice.spoken} ${textHash(JSON.stringify(said)).slice(0, 12)}`
}

const SAID: readonly MessageKey[] = ['againText', 'againConsent', 'againApart', 'otherKept', 'againTakeBack']

/** The page on which somebody says that they may be contacted again. It takes no code and no answers. */
export function renderAgain(context: PageContext, state: AgainState): string {
  const voice = voiceOf(context.language, 'nl')
  const title = voice.plain('againTitle')
  const list = (state.slips ?? []).map((slip) => ({ target: controlId(slip.field), sentence: sentenceOf(voice, slip) }))
  return renderDocument(voice, context, {
    title: list.length > 0 ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'submit',
    main: [
      checkSummary(voice, { any: list.length > 0, list }, false),
      html`<div class="letter">
        <h1>${voice.say('againTitle')}</h1>
        <p>${voice.say('againText', { owner: context.owner.name })}</p>
        ${form(voice, `${context.action}/again`, {}, fields(voice, context, state))}
      </div>`,
    ],
  })
}

/** Says that the name was kept: show it after it was. */
export function renderAgainDone(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  const owner = context.owner.name
  return renderDocument(voice, context, {
    title: voice.plain('againDoneTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('againDoneTitle')}</h1>
      <p>${voice.say('againDoneText', { owner })}</p>
      <p>${voice.say('againTakeBack', { owner })}</p>
      <p>${voice.say('doneClose')}</p>
      ${form(voice, `${context.action}/again`, { kept: 'yes' }, null, '')}
    </div>`,
  })
}

/** Says that nobody is asked for a name here. */
export function renderAgainNone(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  return renderDocument(voice, context, {
    title: voice.plain('againTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('againTitle')}</h1>
      <p>${voice.say('againNone')}</p>
      <p><a class="tall" href="${pageAddress(context)}">${voice.say('noticeStart')}</a></p>
      ${form(voice, `${context.action}/again`, {}, null, '')}
    </div>`,
  })
}

function fields(voice: Voice, context: PageContext, state: AgainState): Content {
  const { kept, typed = EMPTY_AGAIN_FORM, slips = [] } = state
  const wrong = (field: keyof AgainForm): readonly Html[] =>
    slips.filter((slip) => slip.field === field).map((slip) => sentenceOf(voice, slip))
  return [
    textField(voice, 'name', typed.name, wrong('name')),
    textField(voice, 'reach', typed.reach, wrong('reach')),
    tick(voice, typed.agreed, wrong('agreed')),
    html`<div class="part">
      <p class="hint">${voice.say('againApart')}</p>
      <p class="hint">${voice.say('otherKept', { n: kept })}</p>
      <p class="hint">${voice.say('againTakeBack', { owner: context.owner.name })}</p>
    </div>`,
    html`<div class="actions">
      <button class="primary" name="go" value="submit">${voice.say('againSend')}</button>
    </div>`,
  ]
}

function textField(voice: Voice, name: 'name' | 'reach', typed: string, wrong: readonly Html[]): Html {
  const id = controlId(name)
  const about = [...(name === 'reach' ? [hintId(name)] : []), ...(wrong.length > 0 ? [errorId(name)] : [])]
  const described = about.length > 0 && html` aria-describedby="${about.join(' ')}"`
  const attributes = html`${described}${wrong.length > 0 && html` aria-invalid="true"`}`
  return html`<div class="part${wrong.length > 0 && ' checked'}">
    <h2><label for="${id}">${voice.say(name === 'name' ? 'otherName' : 'otherReach')}</label></h2>
    ${name === 'reach' && html`<p class="hint" id="${hintId(name)}">${voice.say('againReachHint')}</p>`}
    ${wrongLine(name, wrong)}
    <input
      class="field"
      type="text"
      id="${id}"
      name="${name}"
      dir="auto"
      autocomplete="off"
      ${attributes}
      value="${typed}"
    />
  </div>`
}

function tick(voice: Voice, agreed: boolean, wrong: readonly Html[]): Html {
  const described = wrong.length > 0 && html` aria-describedby="${errorId('agreed')}"`
  const attributes = html`${agreed && html` checked`}${wrong.length > 0 && html` aria-invalid="true"`}`
  return html`<fieldset class="consents part${wrong.length > 0 && ' checked'}" ${described}>
    <legend><h2>${voice.say('againConsentTitle')}</h2></legend>
    ${wrongLine('agreed', wrong)}
    <div class="answers">
      <label class="answer"
        ><input type="checkbox" id="${controlId('agreed')}" name="agreed" value="yes" ${attributes} />
        <span>${voice.say('againConsent')}</span></label
      >
    </div>
  </fieldset>`
}

function sentenceOf(voice: Voice, { field, over }: AgainSlip): Html {
  if (field === 'agreed') return voice.say('againMissingConsent')
  if (over > 0) return voice.say('checkLong', { over, max: AGAIN_LIMITS[field] })
  return voice.say(field === 'name' ? 'otherMissingName' : 'otherMissingReach')
}
