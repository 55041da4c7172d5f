/** Faults in a form that a respondent's browser sent. Details never hold what was in it. */
export const pageProblems = {
  /** A field that none of our pages has. Its name is not repeated: it could be anything. */
  unknownFormField: (d: { readonly count: number }): string =>
    `unknown form fields: ${d.count} (expected those of the page)`,
  /** A field of ours with a value that none of our pages gives it. */
  wrongFormValue: (d: { readonly field: string; readonly expected: string }): string =>
    `wrong value in a form: ${d.field} (expected ${d.expected})`,
} as const
