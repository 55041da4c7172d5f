import { lookText, pressedChoice, readLook } from '../look/look.ts'

/** The field in which a page that takes no form carries the button that was pressed on that one. No question has a point in its name. */
export const PRESSED_BEFORE = 'go.before'

/**
 * The form as it was sent first, where it comes back from a page that says why it was not taken: pressed there was another
 * language or look, which change, and what was asked for stays. A browser that names no button sends it as it was.
 *
 * @example asPressedBefore({ go: 'language:ar', 'go.before': 'next', age: '34' }) // { go: 'next', language: 'ar', age: '34' }
 */
export function asPressedBefore<Field>(
  form: Readonly<Record<string, Field | string>>,
): Readonly<Record<string, Field | string>> {
  const { [PRESSED_BEFORE]: before, ...fields } = form
  if (before === undefined) return form
  const { go } = fields
  if (typeof before === 'string' && go === undefined) return { ...fields, go: before }
  if (typeof before !== 'string' || !isAboutThePage(go) || isAboutThePage(before)) return fields
  if (pressedChoice(go) !== null) return { ...fields, go: before, look: lookText(readLook(form)) }
  return { ...fields, go: before, language: String(go).slice(LANGUAGE.length) }
}

const LANGUAGE = 'language:'

function isAboutThePage(go: unknown): boolean {
  return pressedChoice(go) !== null || (typeof go === 'string' && go.startsWith(LANGUAGE))
}
