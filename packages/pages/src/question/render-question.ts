import type { Question } from '@klankbord/model'
import { wrongLine } from '../check-points.ts'
import { html, type Content, type Html } from '../html.ts'
import type { Voice } from '../voice.ts'
import { choiceControls } from './choice-controls.ts'
import { hintOf } from './hint.ts'
import { controlId, errorId, hintId } from './ids.ts'
import type { QuestionView } from './question-view.ts'
import { numberControl, wordsControl } from './typed-controls.ts'

/** One question: title, explanation, what needs a look, and its native controls. */
export function renderQuestion(voice: Voice, question: Question, view: QuestionView): Html {
  switch (question.type) {
    case 'radiogroup':
    case 'rating':
    case 'boolean':
    case 'checkbox':
      return inFieldset(voice, question, view, choiceControls(voice, question, view))
    case 'number':
      return inBlock(voice, question, view, numberControl(voice, question, view, describedBy(voice, question, view)))
    case 'text':
    case 'comment':
      return inBlock(voice, question, view, wordsControl(question, view, describedBy(voice, question, view)))
  }
}

function inFieldset(voice: Voice, question: Question, view: QuestionView, controls: Content): Html {
  const one = question.type !== 'checkbox'
  const wrong = view.wrong.length > 0
  return html`<fieldset${classesOf(view)}${describedBy(voice, question, view)}${one && html` role="radiogroup"`}${one && wrong && html` aria-invalid="true"`}>
<legend>${lead(voice, question)}${heading(view, title(voice, question))}</legend>
${explanation(voice, question, view)}
${controls}
</fieldset>`
}

function inBlock(voice: Voice, question: Question, view: QuestionView, control: Content): Html {
  const label = html`<label for="${controlId(question.name)}">${title(voice, question)}</label>`
  return html`<div${classesOf(view)}>
${lead(voice, question)}${heading(view, label)}
${explanation(voice, question, view)}
${control}
</div>`
}

function classesOf(view: QuestionView): Content {
  const classes = [view.place === 'group' && 'part', view.wrong.length > 0 && 'checked'].filter(Boolean)
  return classes.length > 0 && html` class="${classes.join(' ')}"`
}

function lead(voice: Voice, question: Question): Content {
  return question.prompt !== undefined && html`<span class="lead">${voice.author(question.prompt)}</span>`
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

function explanation(voice: Voice, question: Question, view: QuestionView): Content {
  const lines = hintLines(voice, question, view)
  return [
    lines.length > 0 &&
      html`<div id="${hintId(question.name)}">${lines.map((line) => html`<p class="hint">${line}</p>`)}</div>`,
    wrongLine(question.name, view.wrong),
  ]
}

/** A number that needs a look says its limits there; once is enough. */
function hintLines(voice: Voice, question: Question, view: QuestionView): readonly Html[] {
  const own = question.description === undefined ? [] : [voice.author(question.description)]
  const hint = question.type === 'number' && view.wrong.length > 0 ? null : hintOf(voice, question)
  return hint === null ? own : [...own, hint]
}

/** Points at what explains the controls; nothing when nothing does. */
function describedBy(voice: Voice, question: Question, view: QuestionView): Content {
  const explained = hintLines(voice, question, view).length > 0
  const ids = [explained && hintId(question.name), view.wrong.length > 0 && errorId(question.name)].filter(Boolean)
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`
}
