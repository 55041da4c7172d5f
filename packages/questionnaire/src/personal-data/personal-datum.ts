/** What can stand in an open answer and point to a person. */
export const PERSONAL_DATA_KINDS = ['bsn', 'email', 'phone', 'iban', 'name'] as const

/** `bsn` is a Dutch citizen service number; `name` is a likely name and never more than that. */
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** A stretch of a text: from `start` up to `end`, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a text seems to hold personal data. */
export interface PersonalDatum extends Span {
  readonly kind: PersonalDataKind
}
