/** Where a form goes, and every field in it. */
export interface SameForm {
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** How long to wait before it can be taken; one when left out. */
  readonly minutes?: number
}

/** The fields of a form as they came, for it to be sent again. @example sameForm('/v/x', { go: 'next' }).fields // [['go', 'next']] */
export function sameForm(action: string, fields: Readonly<Record<string, string | readonly string[]>>): SameForm {
  return {
    action,
    fields: Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
  }
}
