import type { InputQuestion, NumberQuestion, TextQuestion } from '@klankbord/model'
import { html, type Content, type Html } from '../html.ts'
import { numberLimits } from '../number-limits.ts'
import { formatNumber } from '../number-text.ts'
import type { Voice } from '../voice.ts'
import { dateFields } from './date-fields.ts'
import { controlId } from './ids.ts'
import type { ControlView } from './question-view.ts'
import { typedText } from './typed-text.ts'

/** A parser drops one line feed at the start of a textarea: this one, and none that was typed. */
const DROPPED_LINE_FEED = '\n'

/** The field or fields of a short open answer. */
export function inputControl(voice: Voice, question: InputQuestion, view: ControlView, described: Content): Html {
  switch (question.type) {
    case 'number':
      return numberControl(voice, question, view, described)
    case 'date':
    case 'month':
      return dateFields(voice, question, view, described)
    default:
      return wordsControl(question, view, described)
  }
}

/**
 * A field for a number: a text field, so that what was typed comes back exactly, with the keyboard
 * for digits where that has every key that can be needed.
 */
function numberControl(voice: Voice, question: NumberQuestion, view: ControlView, described: Content): Html {
  const { given } = view
  const typed = typeof given === 'number' ? formatNumber(given, voice.language) : typedText(given)
  return html`<input
    class="field number"
    type="text"
    ${keyboardOf(question)}${common(view, described)}
    value="${typed}"
  />`
}

/**
 * A field for words. There is no `maxlength`: it would cut pasted text without a word; the check says
 * how much is too long instead. An address of e-mail goes from left to right in every language.
 */
function wordsControl({ type }: TextQuestion, view: ControlView, described: Content): Html {
  const typed = typedText(view.given)
  const attributes = common(view, described)
  if (type === 'email') return html`<input class="field" type="email" dir="ltr" ${attributes} value="${typed}" />`
  if (type === 'text') return html`<input class="field" type="text" dir="auto" ${attributes} value="${typed}" />`
  return html`<textarea class="field" rows="5" dir="auto" ${attributes}>${DROPPED_LINE_FEED}${typed}</textarea>`
}

function common({ key, field, wrong }: ControlView, described: Content): Html {
  return html` id="${controlId(key)}" name="${field}"
  autocomplete="off"${described}${wrong.length > 0 && html` aria-invalid="true"`}`
}

function keyboardOf(question: NumberQuestion): Content {
  const { min } = numberLimits(question)
  // The digit keyboards of some phones have no minus.
  if (min === undefined || min < 0) return false
  const whole = Number.isInteger(question.step ?? 0.5) && Number.isInteger(question.min ?? 0)
  return html` inputmode="${whole ? 'numeric' : 'decimal'}"`
}
