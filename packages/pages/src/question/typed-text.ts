/**
 * What was typed in a field, to show it again. What no field holds shows as nothing, and a sign that cannot be stored is
 * left out, so that who is told of it can go on with the rest.
 */
export function typedText(given: unknown): string {
  if (typeof given === 'string') return given.replace(UNSTORABLE, '')
  return Array.isArray(given) ? given.map(String).join(' ') : ''
}

/** A NUL, or half of a character: the check refuses them (`isStorableText`). */
const UNSTORABLE = /[\0\ud800-\udfff]/gu
