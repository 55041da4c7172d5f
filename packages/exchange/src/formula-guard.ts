/** What a spreadsheet may run as a formula, also behind spaces, apostrophes or as a full-width sign. */
const FORMULA = /^[\s']*[=+\-@＝＋－＠]|^'*[\t\r\n]/

/**
 * Puts an apostrophe before a text that a spreadsheet may run as a formula. All other texts stay as they
 * are, and so do ordinary words that begin with an apostrophe ("'s avonds").
 *
 * @example guardFormula('=1+1') // "'=1+1"
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/**
 * Takes the apostrophe of `guardFormula` away. `unguardFormula(guardFormula(text))` is `text` for every
 * text, since what needs a guard still needs one behind an apostrophe.
 *
 * @example unguardFormula("'=1+1") // '=1+1'
 */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}
