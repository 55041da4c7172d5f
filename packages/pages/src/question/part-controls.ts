import type { InputQuestion, MatrixQuestion, MultipleTextQuestion, RankingQuestion } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { wrongLine } from '../check-points.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import type { Voice } from '../voice.ts'
import { choiceList } from './choice-controls.ts'
import { itemHintsOf } from './hint.ts'
import { controlId, errorId, hintId, partKey } from './ids.ts'
import type { ControlView, QuestionView } from './question-view.ts'
import { selectControl } from './select-control.ts'
import { inputControl } from './typed-controls.ts'

/** A matrix as a series of single choices: a table of buttons does not fit a phone. */
export function matrixControls(voice: Voice, question: MatrixQuestion, view: QuestionView): Content {
  const columns = view.offer.options(question)
  return view.offer.rows(question).map((row) => {
    const control = partView(question.name, row.name, view)
    const words = voice.author(row.text)
    const heading = view.place === 'alone' ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`
    if (row.closed === true)
      return html`<div class="item">
        ${heading}
        <p class="hint">${voice.say('questionClosed')}</p>
      </div>`
    return html`<fieldset
      data-read="part"
      class="item${control.wrong.length > 0 && ' checked'}"
      role="radiogroup"
      ${describedBy(control, false)}${control.wrong.length > 0 && html` aria-invalid="true"`}
    >
      <legend>${heading}</legend>
      ${wrongLine(control.key, control.wrong)} ${choiceList(voice, { ...control, options: columns, several: false })}
    </fieldset>`
  })
}

/** Several short open answers, each with its own label. */
export function itemControls(voice: Voice, question: MultipleTextQuestion, view: QuestionView): Content {
  return question.items.map((item) => itemControl(voice, item, partView(question.name, item.name, view)))
}

/** A native list for each place: first choice, second choice and on. */
export function rankingControls(
  voice: Voice,
  question: RankingQuestion,
  view: QuestionView,
  described: Content,
): Content {
  const options = view.offer.options(question)
  const open = options.filter(({ closed }) => closed !== true)
  const gone = question.options.filter(({ value }) => !open.some((option) => option.value === value))
  const given = answerOf(view.answers, question.name)
  const all: readonly unknown[] = Array.isArray(given) ? given : []
  // What an earlier answer closed leaves no hole: nobody chose that place to be empty.
  const ranked = all.filter((value) => !gone.some((option) => option.value === value))
  const places = Math.min(question.maxSelected, open.length)
  return Array.from({ length: places }, (_, index) => {
    const place = String(index + 1)
    const key = `${question.name}-${place}`
    const wrong = isOff(ranked, index) ? view.wrong() : []
    const control = { key, field: fieldOf(question.name, place), given: ranked[index], wrong }
    return html`<div class="item rank">
      <label for="${controlId(key)}">${voice.say('rankPlace', { n: index + 1 })}</label>
      ${selectControl(voice, options, control, described)}
    </div>`
  })
}

/** Whether a place is one that was passed over or taken twice; each, when what is wrong is something else. */
function isOff(ranked: readonly unknown[], index: number): boolean {
  const off = ranked.map((value, place) => value === '' || ranked.some((other, at) => at !== place && other === value))
  return off.includes(true) ? off[index] === true : true
}

function itemControl(voice: Voice, item: InputQuestion, control: ControlView): Html {
  const own = item.description === undefined ? [] : [voice.author(item.description)]
  const lines = control.wrong.length > 0 && item.type === 'number' ? own : [...own, ...itemHintsOf(voice, item)]
  const described = describedBy(control, lines.length > 0)
  const explanation = [
    lines.length > 0 &&
      html`<div id="${hintId(control.key)}">${lines.map((line) => html`<p class="hint">${line}</p>`)}</div>`,
    wrongLine(control.key, control.wrong),
  ]
  const classes = control.wrong.length > 0 ? 'item checked' : 'item'
  if (item.type === 'date' || item.type === 'month')
    return html`<fieldset class="${classes}">
      <legend>${voice.author(item.title)}</legend>
      ${explanation}${inputControl(voice, item, control, described)}
    </fieldset>`
  return html`<div class="${classes}">
    <label for="${controlId(control.key)}">${voice.author(item.title)}</label>
    ${explanation}${inputControl(voice, item, control, described)}
  </div>`
}

function partView(name: string, part: string, view: QuestionView): ControlView {
  return {
    key: partKey(name, part),
    field: fieldOf(name, part),
    given: answerOf(answerOf(view.answers, name), part),
    wrong: view.wrong(part),
  }
}

function describedBy({ key, wrong }: ControlView, explained: boolean): Content {
  const ids = [explained && hintId(key), wrong.length > 0 && errorId(key)].filter(Boolean)
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`
}
