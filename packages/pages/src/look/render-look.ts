import { html, type Content, type Html } from '../html.ts'
import { ICONS } from '../icons.ts'
import type { PageContext } from '../page-context.ts'
import type { Voice } from '../voice.ts'
import { LOOK_CHOICES, lookText, lookValue, PLAIN_LOOK, type LookChoice } from './look.ts'

/** Only a script reads aloud, so it shows these. */
const NEEDS_SPEECH: ReadonlySet<LookChoice> = new Set(['slow', 'auto'])

/** The look as classes of the page. @example lookClass(context) // ' class="large calm"' */
export function lookClass(context: PageContext | null): Content {
  const on = (context?.look?.on ?? []).filter((choice) => !NEEDS_SPEECH.has(choice))
  return on.length > 0 && html` class="${on.join(' ')}"`
}

/**
 * A row of the foot with the choices, as switches that send the form, and the field in which what was chosen goes along.
 * Where sending the form would lead to another page, a script shows the row: it needs no request.
 *
 * @param formId the form of the page, which the row stands outside of
 */
export function lookRow(voice: Voice, { look = PLAIN_LOOK }: PageContext, formId: string, sends: boolean): Html {
  const row = html`<details class="look" id="look" ${look.open === true && html` open`}${!sends && html` hidden`}>
    <summary>${voice.say('lookTitle')} ${ICONS.down}</summary>
    ${LOOK_CHOICES.map((choice) => lookSwitch(voice, choice, look.on.includes(choice), formId))}
  </details>`
  return html`${row}<input type="hidden" form="${formId}" name="look" value="${lookText({ on: look.on })}" />`
}

/** The part of the address behind the `#` leads back to the row; no browser sends it. */
function lookSwitch(voice: Voice, choice: LookChoice, on: boolean, formId: string): Html {
  const hidden = NEEDS_SPEECH.has(choice) && html` hidden`
  const checked = on ? 'true' : 'false'
  const attributes = html` form="${formId}" formaction="#look" name="go" value="${lookValue(choice)}"`
  return html`<button class="foot-row switch" role="switch" aria-checked="${checked}" ${attributes}${hidden}>
    ${voice.say(`look.${choice}`)}
  </button>`
}
