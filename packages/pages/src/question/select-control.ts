import { directionOf, type ChoiceQuestion, type LanguageCode, type Option } from '@klankbord/model'
import { answerOf } from '../answer-of.ts'
import { fieldOf } from '../form-fields.ts'
import { html, type Content, type Html } from '../html.ts'
import type { Shown } from '../offer.ts'
import { recordingOf } from '../reading/recording.ts'
import type { Voice } from '../voice.ts'
import { controlId } from './ids.ts'
import { otherWords } from './other-words.ts'
import type { ControlView, QuestionView } from './question-view.ts'

/** The controls of a dropdown: a native list, and the field for words beside "other" below it. */
export function dropdownControls(
  voice: Voice,
  question: ChoiceQuestion,
  view: QuestionView,
  described: Content,
): Content {
  const control = {
    key: question.name,
    field: fieldOf(question.name),
    given: answerOf(view.answers, question.name),
    wrong: view.wrong(),
  }
  return [selectControl(voice, view.offer.options(question), control, described), otherWords(voice, question, view)]
}

/** A native list that opens, with a first entry that is no answer. The kinds of empty stand last, below a line. */
export function selectControl(
  voice: Voice,
  options: readonly Shown<Option>[],
  { key, field, given, wrong }: ControlView,
  described: Content,
): Html {
  const apart = options.filter(({ empty }) => empty !== undefined)
  const sheet = options.filter(({ empty }) => empty === undefined)
  const entry = ({ value, text, audio, closed }: Shown<Option>): Html => {
    // What is no option of this list is not chosen; a number that came as text is one as well.
    const chosen = closed !== true && (given === value || given === String(value))
    const attributes = [
      inLanguage(voice, voice.authorLanguage(text)),
      recordingOf(voice, text, audio),
      chosen && html` selected`,
      closed === true && html` disabled`,
    ]
    return html`<option value="${String(value)}" ${attributes}>${voice.authorPlain(text)}</option>`
  }
  return html`<select
    class="field"
    id="${controlId(key)}"
    name="${field}"
    autocomplete="off"
    ${described}${wrong.length > 0 && html` aria-invalid="true"`}
  >
    <option value="" ${inLanguage(voice, voice.spoken)}>${voice.plain('selectNothing')}</option>
    ${sheet.map(entry)}${apart.length > 0 && sheet.length > 0 && html`<hr />`}${apart.map(entry)}
  </select>`
}

/** An entry of a list can hold no markup, so it says its language itself. */
function inLanguage(voice: Voice, own: LanguageCode): Content {
  return own !== voice.language && html` lang="${own}" dir="${directionOf(own)}"`
}
