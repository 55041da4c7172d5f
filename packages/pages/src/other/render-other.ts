import type { OtherWay } from '@klankbord/model'
import { checkSummary, wrongLine } from '../check-points.ts'
import { form, phoneLink, renderDocument } from '../document.ts'
import { html, type Content, type Html } from '../html.ts'
import { pageAddress } from '../page-address.ts'
import type { PageContext } from '../page-context.ts'
import { controlId, errorId, hintId } from '../question/ids.ts'
import { voiceOf, type MessageKey, type Voice } from '../voice.ts'
import { OTHER_WAYS_NAMES } from './other-ways.ts'
import { EMPTY_OTHER_FORM, OTHER_LIMITS, type OtherForm, type OtherSlip } from './other-form.ts'

/** What the page shows: for how long requests are kept, what was typed and what needs another look. */
export interface OtherState {
  /** Months after the last wave of the study. */
  readonly kept: number
  readonly typed?: OtherForm
  readonly slips?: readonly OtherSlip[]
}

const EMPTY: Readonly<Partial<Record<keyof OtherForm, MessageKey>>> = {
  form: 'otherMissingForm',
  name: 'otherMissingName',
  reach: 'otherMissingReach',
}

/** The page on which somebody asks for paper, a telephone call or a talk with a peer. It takes no code and no answers. */
export function renderOther(context: PageContext, state: OtherState): string {
  const voice = voiceOf(context.language, 'nl')
  const title = voice.plain('otherTitle')
  const points = pointsOf(voice, state)
  return renderDocument(voice, context, {
    title: points.any ? voice.plain('titleCheckPage', { title }) : title,
    languages: 'closed',
    enter: 'submit',
    main: [
      checkSummary(voice, points, false),
      html`<div class="letter">
        <h1>${voice.say('otherTitle')}</h1>
        ${(context.otherWays ?? []).length > 0 ? asking(voice, context, state) : none(voice, context)}
      </div>`,
    ],
  })
}

/** Says that the request was kept: show it after it was. */
export function renderOtherDone(context: PageContext): string {
  const voice = voiceOf(context.language, 'nl')
  return renderDocument(voice, context, {
    title: voice.plain('otherDoneTitle'),
    languages: 'closed',
    main: html`<div class="letter">
      <h1>${voice.say('otherDoneTitle')}</h1>
      <p>${voice.say('otherDoneText', { owner: context.owner.name })}</p>
      <p>${voice.say('doneClose')}</p>
      ${form(voice, `${context.action}/other`, { kept: 'yes' }, null, '')}
    </div>`,
  })
}

/** The form of the page, which is also there where no way is offered: the languages belong to it. */
function none(voice: Voice, context: PageContext): Content {
  return form(voice, `${context.action}/other`, {}, [
    html`<p>${voice.say('otherNone')}</p>`,
    html`<p><a class="tall" href="${pageAddress(context)}">${voice.say('noticeStart')}</a></p>`,
  ])
}

function asking(
  voice: Voice,
  context: PageContext,
  { kept, typed = EMPTY_OTHER_FORM, slips = [] }: OtherState,
): Content {
  const { helpPhone } = context.owner
  const field = (name: 'name' | 'reach' | 'when', more: Partial<FieldView> = {}): Html =>
    textField(voice, { name, typed: typed[name], wrong: sentencesAt(voice, slips, name), ...more })
  return [
    html`<p>${voice.say('otherText', { owner: context.owner.name })}</p>`,
    helpPhone !== undefined && html`<p>${voice.say('otherCall', { phone: phoneLink(helpPhone) })}</p>`,
    form(voice, `${context.action}/other`, {}, [
      choice(voice, context.otherWays ?? [], typed.form, sentencesAt(voice, slips, 'form')),
      field('name', { autocomplete: 'name' }),
      field('reach', { hint: 'otherReachHint', lines: 3 }),
      field('when', { hint: 'otherWhenHint' }),
      html`<div class="part">
        <p class="hint">${voice.say('otherApart')}</p>
        <p class="hint">${voice.say('otherKept', { n: kept })}</p>
      </div>`,
      html`<div class="actions">
        <button class="primary" name="go" value="submit">${voice.say('otherSend')}</button>
      </div>`,
    ]),
  ]
}

function choice(voice: Voice, ways: readonly OtherWay[], chosen: string, wrong: readonly Html[]): Html {
  const described = wrong.length > 0 && html` aria-describedby="${errorId('form')}"`
  return html`<fieldset class="part${wrong.length > 0 && ' checked'}" ${described}>
    <legend><h2>${voice.say('otherChoose')}</h2></legend>
    ${wrongLine('form', wrong)}
    <div class="answers">
      ${ways.map(
        (way, place) =>
          html`<label class="answer">
            <input
              type="radio"
              name="form"
              value="${way}"
              id="${controlId('form', place)}"
              ${way === chosen && html` checked`}
            />
            <span
              >${voice.say(OTHER_WAYS_NAMES[way].name)}
              <span class="note">${voice.say(OTHER_WAYS_NAMES[way].note)}</span></span
            >
          </label>`,
      )}
    </div>
  </fieldset>`
}

interface FieldView {
  readonly name: 'name' | 'reach' | 'when'
  readonly typed: string
  readonly wrong: readonly Html[]
  readonly hint?: MessageKey
  /** Of a field that takes several. */
  readonly lines?: number
  readonly autocomplete?: string
}

const LABELS: Readonly<Record<FieldView['name'], MessageKey>> = {
  name: 'otherName',
  reach: 'otherReach',
  when: 'otherWhen',
}

function textField(voice: Voice, { name, typed, wrong, hint, lines, autocomplete = 'off' }: FieldView): Html {
  const id = controlId(name)
  const about = [...(hint === undefined ? [] : [hintId(name)]), ...(wrong.length > 0 ? [errorId(name)] : [])]
  const described = about.length > 0 && html` aria-describedby="${about.join(' ')}"`
  const attributes = html` id="${id}" name="${name}" dir="auto"
  autocomplete="${autocomplete}"${described}${wrong.length > 0 && html` aria-invalid="true"`}`
  return html`<div class="part${wrong.length > 0 && ' checked'}">
    <h2><label for="${id}">${voice.say(LABELS[name])}</label></h2>
    ${hint !== undefined && html`<p class="hint" id="${hintId(name)}">${voice.say(hint)}</p>`} ${wrongLine(name, wrong)}
    ${
      lines === undefined
        ? html`<input class="field" type="text" ${attributes} value="${typed}" />`
        : html`<textarea class="field" rows="${lines}" ${attributes}>${`\n${typed}`}</textarea>`
    }
  </div>`
}

function pointsOf(voice: Voice, { slips = [] }: OtherState): Parameters<typeof checkSummary>[1] {
  const list = slips.map((slip) => ({
    target: slip.field === 'form' ? controlId('form', 0) : controlId(slip.field),
    sentence: sentenceOf(voice, slip),
  }))
  return { any: list.length > 0, list }
}

function sentencesAt(voice: Voice, slips: readonly OtherSlip[], name: keyof OtherForm): readonly Html[] {
  return slips.filter(({ field }) => field === name).map((slip) => sentenceOf(voice, slip))
}

function sentenceOf(voice: Voice, { field, over }: OtherSlip): Html {
  return over > 0
    ? voice.say('checkLong', { over, max: OTHER_LIMITS[field] })
    : voice.say(EMPTY[field] ?? 'checkPartUnanswered')
}
