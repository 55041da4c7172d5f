/** Misuse and trouble in running the software. */
export const operationProblems = {
  /** A file with responses that is not text in UTF-8. */
  csvNotUtf8: (d: { readonly line: number }): string =>
    `file is not UTF-8 text: after line ${d.line} (save it as "CSV UTF-8")`,
  /** A file without a first line that names the columns. */
  csvWithoutHeader: (d: { readonly expected: readonly string[] }): string =>
    `first line names no column of the questionnaire (expected ${d.expected.join(', ')})`,
  csvUnknownColumn: (d: { readonly column: string; readonly known: readonly string[] }): string =>
    `unknown column: ${d.column} (questionnaire has ${d.known.join(', ')})`,
  csvMissingColumn: (d: { readonly column: string }): string =>
    `missing column: ${d.column} (an empty cell is no answer, a missing column is not)`,
  csvDuplicateColumn: (d: { readonly column: string }): string => `column stands there twice: ${d.column}`,
  csvTooFewCells: (d: { readonly found: number; readonly expected: number }): string =>
    `too few cells: ${d.found} (expected ${d.expected})`,
  csvTooManyCells: (d: { readonly found: number; readonly expected: number }): string =>
    `too many cells: ${d.found} (expected ${d.expected})`,
  /** A quote that is not closed, or text after the closing quote. */
  csvQuotes: (d: { readonly line: number }): string => `quotes do not match in the row that begins at line ${d.line}`,
  csvRowTooLong: (d: { readonly longest: number }): string =>
    `row is too long: more than ${d.longest} characters (is a quote left open?)`,
  /** An option of a multiple choice whose cell is not 1 or 0. */
  csvNotTicked: (d: { readonly column: string }): string => `cell is neither 1 nor 0: ${d.column}`,
  /** Some cells of one question are filled and this one is empty. */
  csvPartlyTicked: (d: { readonly column: string }): string =>
    `empty cell beside filled ones: ${d.column} (write 0 where an option was not ticked)`,
  csvNothingTicked: (d: { readonly name: string }): string =>
    `no option is ticked: ${d.name} (leave its cells empty when there is no answer)`,
  /** Two questions of one questionnaire would share a column. */
  csvColumnTaken: (d: { readonly column: string }): string => `two questions need the same column: ${d.column}`,
  unknownMessage: (d: { readonly key: string; readonly language: string }): string =>
    `unknown message: ${d.key} (no catalogue has it, ${d.language} was wanted)`,
  unknownVariable: (d: { readonly variable: string; readonly known: readonly string[] }): string =>
    `unknown variable: ${d.variable} (dataset has ${d.known.join(', ')})`,
} as const
