import { pointer } from '@klankbord/model'

/**
 * Where in a JSON value a text (or a key) holds what PostgreSQL cannot keep: a NUL, or half of a
 * surrogate pair. Answers are left out: their own check names the question.
 *
 * @returns a JSON pointer, or null when there is none
 * @example hiddenCharacterIn({ title: 'a\u0000' }) // '/title'
 */
export function hiddenCharacterIn(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path
  if (value === null || typeof value !== 'object' || path === '/answers') return null
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key)) return path
    const found = hiddenCharacterIn(item, pointer(path, key))
    if (found !== null) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !HALF_CHARACTER.test(text)
}

const HALF_CHARACTER = /\p{Surrogate}/u
