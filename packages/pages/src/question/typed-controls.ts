import type { NumberQuestion, TextQuestion } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import { formatNumber } from '../number-text.ts'
import type { Voice } from '../voice.ts'
import { controlId } from './ids.ts'
import type { QuestionView } from './question-view.ts'

/** A parser drops one line feed at the start of a textarea: this one, and none that was typed. */
const DROPPED_LINE_FEED = '\n'

/**
 * A field for a number: a text field, so that what was typed comes back exactly, with the keyboard
 * for digits where that has every key that can be needed.
 */
export function numberControl(voice: Voice, question: NumberQuestion, view: QuestionView, described: Content): Html {
  const given = answerOf(view.answers, question.name)
  const typed = typeof given === 'number' ? formatNumber(given, voice.language) : wordsOf(given)
  return html`<input
    class="field number"
    type="text"
    ${keyboardOf(question)}${common(question.name, view, described)}
    value="${typed}"
  />`
}

/**
 * A field for words. There is no `maxlength`: it would cut pasted text without a word; the check says
 * how much is too long instead.
 */
export function wordsControl(question: TextQuestion, view: QuestionView, described: Content): Html {
  const typed = wordsOf(answerOf(view.answers, question.name))
  const attributes = common(question.name, view, described)
  if (question.type === 'text')
    return html`<input class="field" type="text" dir="auto" ${attributes} value="${typed}" />`
  return html`<textarea class="field" rows="5" dir="auto" ${attributes}>${DROPPED_LINE_FEED}${typed}</textarea>`
}

function common(name: string, view: QuestionView, described: Content): Html {
  return html` id="${controlId(name)}" name="${fieldOf(name)}"
  autocomplete="off"${described}${view.wrong.length > 0 && html` aria-invalid="true"`}`
}

function keyboardOf(question: NumberQuestion): Content {
  // The digit keyboards of some phones have no minus.
  if (question.min === undefined || question.min < 0) return false
  const whole = Number.isInteger(question.step ?? 0.5) && Number.isInteger(question.min)
  return html` inputmode="${whole ? 'numeric' : 'decimal'}"`
}

function wordsOf(given: unknown): string {
  if (typeof given === 'string') return given
  return Array.isArray(given) ? given.map(String).join(' ') : ''
}
