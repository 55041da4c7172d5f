import {
  EMPTY_CODES,
  problem,
  type Category,
  type EmptyKind,
  type MultipleColumn,
  type SingleColumn,
} from '@klankbord/model'

/** A variable that can be counted: its column, and its categories in the order of the answer. */
export interface CountedVariable {
  readonly column: SingleColumn | MultipleColumn
  /** Its kinds of empty may be among them and get no count. */
  readonly categories: readonly Category[]
}

/** Codes of kinds of empty go down from −1 to here. */
export const LOWEST_CODE: number = Math.min(...Object.values(EMPTY_CODES))

/** Bits of a word of several answers that are used: int16 without its sign. */
export const WORD_BITS = 15

/**
 * Where the answers of a variable are counted. Each group has 2^shift cells: first those of kinds of empty, at
 * `code − LOWEST_CODE`; then of a single choice its codes, at the same distance; of several answers one for people with a
 * substantive answer and one per option. What falls outside, or in a cell that is none of these, the codebook does not
 * have.
 */
export interface Layout {
  readonly shift: number
  /** The cells of the substantive categories, in the order of the answer. */
  readonly options: readonly number[]
  readonly empties: readonly (readonly [EmptyKind, number])[]
  /** Of several answers: the cell of people with a substantive one. */
  readonly answered: number | null
}

const EMPTIES = Object.entries(EMPTY_CODES).map(([kind, code]) => [kind as EmptyKind, code - LOWEST_CODE] as const)
const ANSWERED = -LOWEST_CODE
/** The cell of the first of several options. */
export const FIRST_OPTION: number = ANSWERED + 1

export function layoutOf({ column, categories }: CountedVariable): Layout {
  const codes = substantiveCodes(categories)
  const several = column.type === 'multiple'
  const options = codes.map((code, option) => (several ? FIRST_OPTION + option : code - LOWEST_CODE))
  const last = several ? FIRST_OPTION + column.words * WORD_BITS : Math.max(ANSWERED, ...options)
  return {
    shift: 32 - Math.clz32(last),
    options,
    empties: EMPTIES,
    answered: several ? ANSWERED : null,
  }
}

/** @throws Problem `unknownCode` when something was counted that the codebook does not have */
export function requireKnown(
  counts: Uint32Array,
  { shift, options, empties, answered }: Layout,
  categories: readonly Category[],
): void {
  const known = new Set([...options, ...empties.map(([, cell]) => cell), ...(answered === null ? [] : [answered])])
  const within = (1 << shift) - 1
  for (const [cell, count] of counts.entries())
    if (count > 0 && !known.has(cell & within)) throw unknownCode(categories)
}

export function unknownCode(categories: readonly Category[]): Error {
  return problem('unknownCode', { known: substantiveCodes(categories) })
}

export function rowsOf(column: SingleColumn | MultipleColumn): number {
  return column.type === 'single' ? column.codes.length : column.bits.length / column.words
}

export function substantiveCodes(categories: readonly Category[]): readonly number[] {
  return categories.filter((category) => category.empty === undefined).map((category) => category.code)
}
