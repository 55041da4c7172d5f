import type { PlainText } from './plain-text.ts'

const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

/**
 * Whether a word can be a Roman number: written with the signs for it; in capitals; or of small letters i, v and x. A single
 * letter is one when it is a capital V or X; a single I is a word.
 */
export function isRoman(word: string, kinds: PlainText['kinds']): boolean {
  if (kinds.includes('numeral')) return true
  if (!ROMAN.test(word)) return false
  const capitals = kinds.every((kind) => kind === 'capital')
  return word.length === 1 ? capitals && /[vx]/.test(word) : capitals || /^[ivx]+$/.test(word)
}
