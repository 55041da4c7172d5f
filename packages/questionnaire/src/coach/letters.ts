const ZERO = 48
const NINE = 57
const SMALL_A = 97
const SMALL_Z = 122
const CAPITAL_A = 65
const CAPITAL_Z = 90
const LAST_ASCII = 127
const LETTER = /\p{L}/u

/** Whether the character at a place of a text is a letter, of any script; beyond the text nothing is. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if ((code >= SMALL_A && code <= SMALL_Z) || (code >= CAPITAL_A && code <= CAPITAL_Z)) return true
  return code > LAST_ASCII && isLetterBeyondAscii(text.charAt(at))
}

/** Whether the character at a place of a text is a letter or a digit. */
export function isLetterOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= ZERO && code <= NINE) || isLetter(text, at)
}

/** What has a small and a capital form is a letter: that spares most texts the tables of Unicode. */
function isLetterBeyondAscii(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase() || LETTER.test(character)
}
