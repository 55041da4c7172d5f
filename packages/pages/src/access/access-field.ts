import { wrongLine, type CheckPoints } from '../check-points.ts'
import { html, type Html } from '../html.ts'
import { errorId } from '../question/ids.ts'
import type { Voice } from '../voice.ts'

/** What is wrong with an access code as it was typed, as far as can be told without saying which codes there are. */
export type AccessCodeError =
  | { readonly kind: 'missing' }
  | { readonly kind: 'strangeSigns'; readonly signs: readonly string[] }
  | { readonly kind: 'wrongLength'; readonly given: number; readonly expected: number }
  | { readonly kind: 'checkSign' }
  /** Too many codes were tried; this one was not looked at. */
  | { readonly kind: 'tooMany' }

/** The code as it was typed, to show it again, and what is wrong with it. */
export interface TypedAccessCode {
  readonly code?: string
  readonly error?: AccessCodeError
}

/** The id of the field. */
export const ACCESS_FIELD_ID = 'q-access'

const FIELD = 'access'

/** Not a code itself: its check sign is wrong, so whoever copies it is told. */
const EXAMPLE = 'K7M-D93-XWP4'

/** What is wrong, for the summary on top of the page. */
export function accessPoints(voice: Voice, { error }: TypedAccessCode): Pick<CheckPoints, 'any' | 'list'> {
  const list = error === undefined ? [] : [{ target: ACCESS_FIELD_ID, sentence: accessSentence(voice, error) }]
  return { any: list.length > 0, list }
}

/** The field in which somebody types the code of their letter. */
export function accessField(voice: Voice, { code = '', error }: TypedAccessCode): Html {
  const wrong = error === undefined ? [] : [accessSentence(voice, error)]
  const described = wrong.length > 0 ? `${ACCESS_FIELD_ID}-hint ${errorId(FIELD)}` : `${ACCESS_FIELD_ID}-hint`
  const example = html`<bdi dir="ltr" class="whole">${EXAMPLE}</bdi>`
  return html`<div class="access${wrong.length > 0 && ' checked part'}">
    <p>
      <label for="${ACCESS_FIELD_ID}"><b>${voice.say('accessLabel')}</b></label>
    </p>
    <p class="hint" id="${ACCESS_FIELD_ID}-hint">${voice.say('accessHint', { example })}</p>
    ${wrongLine(FIELD, wrong)}
    <input
      class="field code-field"
      type="text"
      id="${ACCESS_FIELD_ID}"
      name="${FIELD}"
      value="${code}"
      dir="ltr"
      inputmode="text"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      autocomplete="off"
      aria-describedby="${described}"
      ${wrong.length > 0 && html` aria-invalid="true"`}
    />
  </div>`
}

function accessSentence(voice: Voice, error: AccessCodeError): Html {
  switch (error.kind) {
    case 'missing':
      return voice.say('accessMissing')
    case 'strangeSigns':
      return voice.say('accessStrange', { signs: html`<bdi dir="ltr"><b>${error.signs.join(' ')}</b></bdi>` })
    case 'wrongLength':
      return voice.say('accessLength', { given: error.given, expected: error.expected })
    case 'checkSign':
      return voice.say('accessCheck')
    case 'tooMany':
      return voice.say('accessTooMany')
  }
}
