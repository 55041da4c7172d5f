import type { ChoiceQuestion, Option } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import type { Shown } from '../offer.ts'
import { recordingOf } from '../reading/recording.ts'
import type { Voice } from '../voice.ts'
import { controlId } from './ids.ts'
import { otherWords } from './other-words.ts'
import { hasPicture, pictureOf } from './picture.ts'
import type { ControlView, QuestionView } from './question-view.ts'

/** Options whose words fit in a tile, as the numbers of a rating do. */
const TILE_LENGTH = 3

/** Options to choose one or several from. */
export interface ChoiceList extends ControlView {
  readonly options: readonly Shown<Option>[]
  readonly several: boolean
  /** The field for the words beside "other". */
  readonly words?: Content
}

/** The controls of a question whose answer is one of its options, or several. */
export function choiceControls(voice: Voice, question: ChoiceQuestion, view: QuestionView): Content {
  return choiceList(voice, {
    key: question.name,
    field: fieldOf(question.name),
    given: answerOf(view.answers, question.name),
    wrong: view.wrong(),
    options: view.offer.options(question),
    several: question.type === 'checkbox',
    words: otherWords(voice, question, view),
  })
}

/**
 * Options in their own order: one sheet of rows, then what stands alone, then, below a thin line, the kinds of empty.
 * Where each has a picture, the pictures stand side by side, but those of a scale keep to one line in their order; few
 * letters stand in tiles.
 */
export function choiceList(voice: Voice, list: ChoiceList): Content {
  const apart = list.options.filter(({ empty }) => empty !== undefined)
  const alone = list.options.filter((option) => list.several && isAlone(option))
  const sheet = list.options.filter((option) => !apart.includes(option) && !alone.includes(option))
  const row = rowOf(voice, list)
  return [
    sheet.length > 0 && html`<div class="${sheetClass(voice, sheet)}">${sheet.map((option) => row(option))}</div>`,
    alone.length > 0 &&
      html`<div class="answers alone">
        ${alone.map((option) => row(option, sheet.length > 0 && voice.say('noteAlone')))}
      </div>`,
    apart.length > 0 && html`<div class="apart">${apart.map((option) => row(option))}</div>`,
  ]
}

function sheetClass(voice: Voice, sheet: readonly Option[]): string {
  const own = sheet.some(({ other }) => other === true)
  if (!own && sheet.length > 1 && sheet.every(hasPicture))
    return sheet.every(({ tone }) => tone !== undefined) ? 'answers faces' : 'answers pictures'
  const tiles = !own && sheet.length > 2 && sheet.every(({ text }) => voice.authorPlain(text).length <= TILE_LENGTH)
  return tiles ? 'answers tiles' : 'answers'
}

/** Stands alone without being a kind of empty. */
function isAlone(option: Option): boolean {
  return option.exclusive === true && option.empty === undefined
}

function rowOf(voice: Voice, list: ChoiceList): (option: Shown<Option>, note?: Content) => Content {
  const given = Array.isArray(list.given) ? list.given : [list.given]
  const chosen = new Set(given.filter((value) => value !== undefined).map(String))
  return (option, note) => {
    const value = String(option.value)
    const closed = option.closed === true
    const said = closed ? voice.say('noteClosed') : note
    const attributes = [
      chosen.has(value) && !closed && html` checked`,
      closed && html` disabled`,
      list.several && list.wrong.length > 0 && html` aria-invalid="true"`,
    ]
    const words: Html = html`<span
      >${voice.author(option.text)}${said && html` <span class="note">${said}</span>`}</span
    >`
    return [
      html`<label class="answer" ${recordingOf(voice, option.text, option.audio)}
        ><input
          type="${list.several ? 'checkbox' : 'radio'}"
          id="${controlId(list.key, list.options.indexOf(option))}"
          name="${list.field}"
          value="${value}"
          ${attributes}
        />
        ${pictureOf(option)}${words}</label
      >`,
      option.other === true && list.words,
    ]
  }
}
