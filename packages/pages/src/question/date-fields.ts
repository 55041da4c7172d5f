import type { DateQuestion } from '@klankbord/model'
import { datePartsOf, dateTexts, type DatePart } from '../date-text.ts'
import { html, type Content, type Html } from '../html.ts'
import type { MessageKey, Voice } from '../voice.ts'
import { controlId } from './ids.ts'
import type { ControlView } from './question-view.ts'

const LABELS: Readonly<Record<DatePart, MessageKey>> = { day: 'dateDay', month: 'dateMonth', year: 'dateYear' }

/**
 * A date as a field for each of its parts, in digits: everybody knows how to type one, and no calendar has to be
 * opened to go back to the year of one's birth.
 */
export function dateFields(voice: Voice, { type }: DateQuestion, view: ControlView, described: Content): Html {
  const { key, field, given, wrong } = view
  const texts = dateTexts(given)
  return html`<div class="date">
    ${datePartsOf(type).map(
      (part) =>
        html`<div>
          <label for="${controlId(key, part)}">${voice.say(LABELS[part])}</label>
          <input
            class="field ${part}"
            type="text"
            inputmode="numeric"
            id="${controlId(key, part)}"
            name="${field}:${part}"
            autocomplete="off"
            ${described}${wrong.length > 0 && html` aria-invalid="true"`}
            value="${texts[part] ?? ''}"
          />
        </div>`,
    )}
  </div>`
}
