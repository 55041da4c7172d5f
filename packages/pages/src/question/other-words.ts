import { commentKey, type ChoiceQuestion } from '@klankbord/model'
import { wrongLine } from '../check-points.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content } from '../html.ts'
import type { Voice } from '../voice.ts'
import { controlId, errorId, hintId, OTHER, partKey } from './ids.ts'
import type { ControlView } from './question-view.ts'
import { typedText } from './typed-text.ts'

/** The field for the words beside the option "other"; nothing where the question has no such option. */
export function otherWords(
  voice: Voice,
  question: ChoiceQuestion,
  { given, wrong }: Pick<ControlView, 'given' | 'wrong'>,
): Content {
  const option = question.options.find(({ other }) => other === true)
  if (question.other === undefined || option === undefined) return false
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
      value="${typedText(given)}"
    />
  </div>`
}
