import type { ChoiceQuestion, Option } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import type { Voice } from '../voice.ts'
import { controlId } from './ids.ts'
import type { QuestionView } from './question-view.ts'

/** Options whose words fit in a tile, as the numbers of a rating do. */
const TILE_LENGTH = 3

/**
 * The options in their own order: one sheet of rows, then what stands alone, then, below a thin line,
 * the kinds of empty.
 */
export function choiceControls(voice: Voice, question: ChoiceQuestion, view: QuestionView): Content {
  const several = question.type === 'checkbox'
  const apart = question.options.filter(({ empty }) => empty !== undefined)
  const alone = question.options.filter((option) => several && isAlone(option))
  const sheet = question.options.filter((option) => !apart.includes(option) && !alone.includes(option))
  const row = rowOf(voice, question, view)
  const tiles = sheet.length > 2 && sheet.every(({ text }) => voice.authorPlain(text).length <= TILE_LENGTH)
  return [
    sheet.length > 0 &&
      html`<div class="${tiles ? 'answers tiles' : 'answers'}">${sheet.map((option) => row(option))}</div>`,
    alone.length > 0 &&
      html`<div class="answers alone">
        ${alone.map((option) => row(option, sheet.length > 0 && voice.say('noteAlone')))}
      </div>`,
    apart.length > 0 && html`<div class="apart">${apart.map((option) => row(option))}</div>`,
  ]
}

/** Stands alone without being a kind of empty. */
function isAlone(option: Option): boolean {
  return option.exclusive === true && option.empty === undefined
}

function rowOf(voice: Voice, question: ChoiceQuestion, view: QuestionView): (option: Option, note?: Content) => Html {
  const given = answerOf(view.answers, question.name)
  const chosen = new Set((Array.isArray(given) ? given : [given]).filter((value) => value !== undefined).map(String))
  const several = question.type === 'checkbox'
  return (option, note) => {
    const value = String(option.value)
    const id = controlId(question.name, question.options.indexOf(option))
    const attributes = [
      chosen.has(value) && html` checked`,
      several && view.wrong.length > 0 && html` aria-invalid="true"`,
    ]
    return html`<label class="answer"
      ><input
        type="${several ? 'checkbox' : 'radio'}"
        id="${id}"
        name="${fieldOf(question.name)}"
        value="${value}"
        ${attributes}
      />
      <span>${voice.author(option.text)}${note && html` <span class="note">${note}</span>`}</span></label
    >`
  }
}
