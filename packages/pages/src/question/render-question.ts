import type { InputQuestion, Question } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { wrongLine } from '../check-points.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import { recordingOf } from '../reading/recording.ts'
import type { Voice } from '../voice.ts'
import { choiceControls } from './choice-controls.ts'
import { hintsOf } from './hint.ts'
import { controlId, errorId, hintId } from './ids.ts'
import { itemControls, matrixControls, rankingControls } from './part-controls.ts'
import { pictureOf } from './picture.ts'
import type { QuestionView } from './question-view.ts'
import { dropdownControls } from './select-control.ts'
import { inputControl } from './typed-controls.ts'

/** One question: title, explanation, what needs a look, and its native controls. */
export function renderQuestion(voice: Voice, question: Question, view: QuestionView): Html {
  if (!view.offer.open(question)) return inBlock(voice, question, view, closedLine(voice, 'questionClosed'))
  switch (question.type) {
    case 'radiogroup':
    case 'rating':
    case 'boolean':
    case 'imagepicker':
    case 'checkbox':
      return inFieldset(voice, question, view, choiceControls(voice, question, view))
    case 'matrix':
      return inFieldset(voice, question, view, matrixControls(voice, question, view))
    case 'multipletext':
      return inFieldset(voice, question, view, itemControls(voice, question, view))
    case 'ranking':
      return inFieldset(voice, question, view, rankingControls(voice, question, view, false))
    case 'dropdown': {
      const controls = dropdownControls(voice, question, view, describedBy(voice, question, view))
      return inBlock(voice, question, view, controls, controlId(question.name))
    }
    case 'date':
    case 'month':
      return inFieldset(voice, question, view, ownControl(voice, question, view, false))
    case 'number':
    case 'text':
    case 'comment':
    case 'email': {
      const control = ownControl(voice, question, view, describedBy(voice, question, view))
      return inBlock(voice, question, view, control, controlId(question.name))
    }
    case 'paneldynamic':
    case 'signaturepad':
      return inBlock(voice, question, view, closedLine(voice, 'questionRichOnly'))
  }
}

function ownControl(voice: Voice, question: InputQuestion, view: QuestionView, described: Content): Html {
  const { name } = question
  const control = { key: name, field: fieldOf(name), given: answerOf(view.answers, name), wrong: view.wrong() }
  return inputControl(voice, question, control, described)
}

function closedLine(voice: Voice, key: 'questionClosed' | 'questionRichOnly'): Html {
  return html`<p class="closed">${voice.say(key)}</p>`
}

/** Types of which one option is chosen from a list of buttons. */
const ONE_OF: ReadonlySet<Question['type']> = new Set(['radiogroup', 'rating', 'boolean', 'imagepicker'])

function inFieldset(voice: Voice, question: Question, view: QuestionView, controls: Content): Html {
  const one = ONE_OF.has(question.type)
  const wrong = view.wrong().length > 0
  return html`<fieldset
    data-read${recordingOf(voice, question.title, question.audio)}${classesOf(view)}${describedBy(voice, question, view)}${one && html` role="radiogroup"`}${one && wrong && html` aria-invalid="true"`}
  >
    <legend>${lead(voice, question)}${heading(view, title(voice, question))}</legend>
    ${explanation(voice, question, view)} ${controls}
  </fieldset>`
}

/** @param labelled the control that the title names; none where nothing can be filled in */
function inBlock(voice: Voice, question: Question, view: QuestionView, control: Content, labelled?: string): Html {
  const words = title(voice, question)
  const label = labelled === undefined ? words : html`<label for="${labelled}">${words}</label>`
  return html`<div data-read${recordingOf(voice, question.title, question.audio)}${classesOf(view)}>
    ${lead(voice, question)}${heading(view, label)} ${explanation(voice, question, view, labelled !== undefined)}
    ${control}
  </div>`
}

function classesOf(view: QuestionView): Content {
  const classes = [view.place === 'group' && 'part', view.wrong().length > 0 && 'checked'].filter(Boolean)
  return classes.length > 0 && html` class="${classes.join(' ')}"`
}

function lead(voice: Voice, question: Question): Content {
  const prompt = question.prompt !== undefined && html`<span class="lead">${voice.author(question.prompt)}</span>`
  return [pictureOf({ pictogram: question.pictogram }), prompt]
}

function heading(view: QuestionView, content: Html): Html {
  return view.place === 'alone' ? html`<h1>${content}</h1>` : html`<h2>${content}</h2>`
}

/** A prompt asks about a statement, which then stands in quotes; a title that is a question itself does not. */
function title(voice: Voice, question: Question): Html {
  const text = voice.author(question.title)
  const statement = question.prompt !== undefined && !/[?؟]\s*$/.test(voice.authorPlain(question.title))
  if (!statement) return text
  return html`<span class="quote">${voice.plain('quoteOpen')}</span>${text}<span class="quote"
      >${voice.plain('quoteClose')}</span
    >`
}

function explanation(voice: Voice, question: Question, view: QuestionView, open = true): Content {
  const lines = hintLines(voice, question, view, open)
  return [
    lines.length > 0 &&
      html`<div id="${hintId(question.name)}">${lines.map((line) => html`<p class="hint">${line}</p>`)}</div>`,
    wrongLine(question.name, view.wrong()),
  ]
}

/** A number that needs a look says its limits there; once is enough. */
function hintLines(voice: Voice, question: Question, view: QuestionView, open = true): readonly Html[] {
  const own = question.description === undefined ? [] : [voice.author(question.description)]
  const said = !open || (question.type === 'number' && view.wrong().length > 0)
  const options = view.offer.options(question).filter(({ closed }) => closed !== true)
  return said ? own : [...own, ...hintsOf(voice, question, options)]
}

/** Points at what explains the controls; nothing when nothing does. */
function describedBy(voice: Voice, question: Question, view: QuestionView): Content {
  const explained = hintLines(voice, question, view).length > 0
  const ids = [explained && hintId(question.name), view.wrong().length > 0 && errorId(question.name)].filter(Boolean)
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`
}
