import { commentKey, type ChoiceQuestion } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { wrongLine } from '../check-points.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content } from '../html.ts'
import type { Voice } from '../voice.ts'
import { controlId, errorId, hintId, OTHER, partKey } from './ids.ts'
import type { QuestionView } from './question-view.ts'
import { typedText } from './typed-text.ts'

/** The field for the words beside the option "other"; nothing where no such option can be chosen. */
export function otherWords(voice: Voice, question: ChoiceQuestion, view: QuestionView): Content {
  const option = view.offer.options(question).find(({ other, closed }) => other === true && closed !== true)
  if (question.other === undefined || option === undefined) return false
  const wrong = view.wrong(OTHER)
  const { maxLength, placeholder } = question.other
  const key = partKey(question.name, OTHER)
  const ids = [hintId(key), ...(wrong.length > 0 ? [errorId(key)] : [])].join(' ')
  return html`<div class="own${wrong.length > 0 && ' checked'}">
    <label for="${controlId(key)}">${voice.say('otherLabel', { option: voice.author(option.text) })}</label>
    <div id="${hintId(key)}">
      ${placeholder && html`<p class="hint">${voice.author(placeholder)}</p>`}
      <p class="hint">${voice.say('hintWords', { max: maxLength })}</p>
    </div>
    ${wrongLine(key, wrong)}
    <input
      class="field"
      type="text"
      dir="auto"
      id="${controlId(key)}"
      name="${fieldOf(commentKey(question.name))}"
      autocomplete="off"
      aria-describedby="${ids}"
      ${wrong.length > 0 && html` aria-invalid="true"`}
      value="${typedText(answerOf(view.answers, commentKey(question.name)))}"
    />
  </div>`
}
