/**
 * Why there is no answer. The codes are the same from storage to every export and never change.
 * `unreadable` and `multipleTicked` come from paper only.
 */
export const EMPTY_CODES = {
  notAsked: -1,
  skipped: -2,
  dontKnow: -3,
  refused: -4,
  notApplicable: -5,
  unreadable: -6,
  multipleTicked: -7,
} as const

/** A kind of empty. `dontKnow` also stands for "no opinion". */
export type EmptyKind = keyof typeof EMPTY_CODES

/** The kinds that an option of a question can stand for. */
export type EmptyOptionKind = 'dontKnow' | 'refused' | 'notApplicable'

const KIND_BY_CODE = new Map<number, EmptyKind>(
  Object.entries(EMPTY_CODES).map(([kind, code]) => [code, kind as EmptyKind]),
)

/** The kind of empty that a packed code stands for, or undefined for an answer. */
export function emptyKindOf(code: number): EmptyKind | undefined {
  return KIND_BY_CODE.get(code)
}
