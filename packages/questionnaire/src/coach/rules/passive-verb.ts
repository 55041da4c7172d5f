/** A passive verb, in small letters: "werd" and "geholpen". */
export interface PassiveVerb {
  readonly helper: string
  readonly participle: string
}
