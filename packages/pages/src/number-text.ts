const DIGIT_ZEROS = [0x0660, 0x06f0]
const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,15})?$/
/** "1.000" is a thousand to one reader and one to another. */
const TWO_READINGS = /^-?[1-9]\d{0,2}[.,]\d{3}$/

/**
 * Reads a number as people type it: digits, perhaps a minus, perhaps one comma or point before
 * decimals. Arabic and Persian digits count as digits. Text that has two readings ("1.000") or none
 * gives null, so that the page can ask instead of guess.
 *
 * @example parseNumber('6,5')   // 6.5
 * @example parseNumber('1.000') // null
 */
export function parseNumber(typed: string): number | null {
  const text = westernDigits(typed.trim()).replace('\u2212', '-')
  if (!NUMBER.test(text) || TWO_READINGS.test(text)) return null
  const value = Number(text.replace(',', '.'))
  return value === 0 ? 0 : value
}

/**
 * Writes a number so that `parseNumber` reads the same one again.
 *
 * @example formatNumber(6.5, 'nl') // '6,5'
 */
export function formatNumber(value: number, language: string): string {
  const shortest = String(value)
  const plain = shortest.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : shortest
  const text = language.startsWith('en') ? plain : plain.replace('.', ',')
  return TWO_READINGS.test(text) ? `${text}0` : text
}

/** Arabic and Persian digits as the digits that the rest of the program reads. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = DIGIT_ZEROS.find((start) => code >= start && code <= start + 9) ?? code
    return String(code - zero)
  })
}
