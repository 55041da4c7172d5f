/** What a rule says about one text or one question. */
export interface Remark {
  /** The words concerned. */
  readonly text: string
  /** Fills the sentences of the rule: a number, a replacement. */
  readonly values?: Readonly<Record<string, string | number>>
  /** JSON pointer, where it is not that of the text or the question. */
  readonly path?: string
}
