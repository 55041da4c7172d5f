import { EMPTY_CODES, emptyKindOf, type EmptyOptionKind } from '@klankbord/model'
import { shown } from './finding-list.ts'
import type { Reading } from './reading.ts'

/** Codes are kept as int16; below 0 stand the kinds of empty, and the greatest is kept for "other". */
export const OTHER_CODE = 32_767
export const OTHER_VALUE = 'other'

/**
 * Whether a value can be that of an option; reports one that survey-core would read as something else, or that no
 * code can stand for.
 */
export function reportOptionValue(
  value: string | number,
  empty: EmptyOptionKind | undefined,
  { path, element }: { readonly path: string; readonly element: string },
  reading: Reading,
): boolean {
  const reason = typeof value === 'number' ? numberFault(value, empty) : wordFault(value)
  const packed = empty && EMPTY_CODES[empty]
  if (reason !== null)
    reading.list.block('unusableOptionValue', path, { value: shown(String(value)), element, reason }, () =>
      typeof value === 'number' && packed !== undefined ? String(packed) : undefined,
    )
  else if (empty && packed !== undefined && typeof value === 'number' && value !== packed)
    reading.list.hint('emptyRecoded', path, { value: String(value), element, empty, packed }, () => String(packed))
  return reason === null
}

function numberFault(value: number, empty: EmptyOptionKind | undefined): string | null {
  if (value >= OTHER_CODE) return `at most ${OTHER_CODE - 1}`
  const kind = emptyKindOf(value)
  if (empty === undefined && value < 0) return 'numbers below 0 are kept for kinds of empty: give it a missingReason'
  if (empty !== undefined && kind !== undefined && kind !== empty)
    return `${value} stands for ${kind}: write ${EMPTY_CODES[empty]} for ${empty}`
  return null
}

const KEYWORD = /^(true|false|null|undefined)$/i

function wordFault(value: string): string | null {
  if (value === '' || value !== value.trim()) return 'empty, or with a space at an end'
  if (value.length > 100) return 'at most 100 characters'
  if (/^['"]|['"]$/.test(value)) return 'a quotation mark at an end'
  if (value.toLowerCase() === OTHER_VALUE) return 'kept for showOtherItem'
  return KEYWORD.test(value) ? 'a word with a meaning of its own in conditions' : null
}
