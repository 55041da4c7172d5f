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

/** Kinds of empty in the order of their places. */
export const KINDS: readonly EmptyKind[] = Object.keys(EMPTY_CODES) as EmptyKind[]

/** Codes of kinds of empty go down from −1 to here. */
export const LOWEST_CODE: number = Math.min(...Object.values(EMPTY_CODES))

/**
 * Where answers of a variable are counted: a place per substantive category, one per kind of empty, one for people with
 * a substantive answer to a question with several, and one for what the codebook does not have.
 */
export interface Places {
  readonly options: number
  /** The place of a code, at `code − LOWEST_CODE`; of several answers those of kinds of empty only. */
  readonly byCode: Uint16Array
  readonly answered: number
  readonly unknown: number
  readonly width: number
}

export function placesOf({ column, categories }: CountedVariable): Places {
  const codes = substantiveCodes(categories)
  const options = codes.length
  const answered = options + KINDS.length
  const unknown = answered + 1
  const highest = column.type === 'single' ? Math.max(0, ...codes) : 0
  const byCode = new Uint16Array(highest - LOWEST_CODE + 1).fill(unknown)
  if (column.type === 'single') for (const [place, code] of codes.entries()) byCode[code - LOWEST_CODE] = place
  for (const [place, kind] of KINDS.entries()) byCode[EMPTY_CODES[kind] - LOWEST_CODE] = options + place
  return { options, byCode, answered, unknown, width: unknown + 1 }
}

/** @throws Problem `unknownCode` when something was counted that the codebook does not have */
export function requireKnown(counts: Uint32Array, { unknown, width }: Places, categories: readonly Category[]): void {
  for (let cell = unknown; cell < counts.length; cell += width)
    if ((counts[cell] ?? 0) > 0) throw problem('unknownCode', { known: substantiveCodes(categories) })
}

export function rowsOf(column: SingleColumn | MultipleColumn): number {
  return column.type === 'single' ? column.codes.length : column.bits.length / column.words
}

function substantiveCodes(categories: readonly Category[]): readonly number[] {
  return categories.filter((category) => category.empty === undefined).map((category) => category.code)
}
