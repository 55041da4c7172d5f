/** Why what authors wrote cannot be published. A sentence names the words that they wrote and where. */
export const textProblems = {
  /** A number in a text of which nobody said what it is. */
  textNumberOpen: (d: {
    readonly field: string
    readonly language: string
    readonly words: string
    readonly place: string
    readonly open: number
  }): string =>
    `number in a text is open: ${d.field} (${d.language}), “${d.words}”, place ${d.place} (expected a released figure of this publication, or a confirmation that it is not about respondents; ${d.open} open in all)`,
  /** A number in a text that points to a figure which this publication hides. */
  textNumberHidden: (d: { readonly field: string; readonly words: string; readonly figure: string }): string =>
    `number in a text points to a hidden figure: ${d.field}, “${d.words}” (${d.figure}; expected a figure that is shown)`,
  /** A number in a text that points to a figure which this publication does not have. */
  textFigureUnknown: (d: { readonly field: string; readonly words: string; readonly figure: string }): string =>
    `number in a text points to no figure of this publication: ${d.field}, “${d.words}” (${d.figure})`,
  /** A number in a text that says something else than the figure that it points to. */
  textNumberDiffers: (d: {
    readonly field: string
    readonly words: string
    readonly figure: string
    readonly expected: string
  }): string =>
    `number in a text differs from its figure: ${d.field}, “${d.words}” (${d.figure}; expected ${d.expected})`,
  /** Something in the texts that names a table or theme which this publication does not have. */
  textTargetUnknown: (d: { readonly field: string; readonly name: string; readonly expected: string }): string =>
    `texts name what this publication does not have: ${d.field}, ${d.name} (expected ${d.expected})`,
  /** Texts for a publication that have another form. */
  textsMalformed: (d: { readonly path: string; readonly expected: string }): string =>
    `texts of a publication are malformed: ${d.path || '/'} (${d.expected})`,
} as const
