import { csvLine } from './csv-line.ts'
import { guardFormula } from './formula-guard.ts'

/** A text message to one telephone. */
export interface TextMessage {
  /** As the contact has it. */
  readonly phone: string
  readonly text: string
}

/** Writes text messages as CSV, with two columns: phone, as programs that send them take it, and text. */
export function* writeTextMessagesCsv(messages: Iterable<TextMessage>): Generator<string> {
  yield csvLine(['phone', 'text'], ',')
  for (const { phone, text } of messages) yield csvLine([dialled(phone), text].map(guardFormula), ',')
}

/** Whether a number is that of a mobile telephone, as far as Dutch numbers tell. @example isMobile('06 12 34 56 78') // true */
export function isMobile(phone: string): boolean {
  return /^316\d{8}$/.test(dialled(phone))
}

/**
 * A number in digits, its country first: neither a sign that a spreadsheet takes for a sum, nor a nought that it drops.
 *
 * @example dialled('+31 (0)6-12 34 56 78') // '31612345678'
 */
function dialled(phone: string): string {
  const digits = phone.replaceAll('(0)', '').replaceAll(/[^\d+]/g, '')
  return digits
    .replace(/^(?:\+|00)/, '#')
    .replace(/^0/, '31')
    .replaceAll(/\D/g, '')
}
