import {
  columnOf,
  EMPTY_CODES,
  problem,
  type EmptyKind,
  variableOf,
  type Column,
  type Dataset,
  type Variable,
} from '@klankbord/model'
import { substantiveCodes, WORD_BITS } from './layout-of.ts'
import { CODES } from './picked-rows.ts'

/**
 * What rows have in common in one variable. Numbers of dates are days since 1970-01-01, of durations days.
 *
 * - `anyOf`: the code of a single choice is one of these, or at least one of these was ticked.
 * - `from`, `to`: the number, date, duration or code of a single choice is within, both ends included. A duration that was
 *   not over took at least so long: it is within when there is no `to` and it reaches `from`, since nobody knows its end.
 * - `empty`: there is no substantive answer, for one of these reasons; any reason unless named.
 */
export type VariableCondition =
  | { readonly variable: string; readonly anyOf: readonly number[] }
  | { readonly variable: string; readonly from?: number | undefined; readonly to?: number | undefined }
  | { readonly variable: string; readonly empty: 'any' | readonly EmptyKind[] }

/** Takes out of the rows of a selection, given as its bits, those of which something does not hold. */
export type Narrow = (bits: Uint32Array) => void

/** Leaves the rows of which a condition on one variable holds. @throws Problem `unknownVariable`, `conditionNotUsable` */
export function narrowByVariable(dataset: Dataset, condition: VariableCondition): Narrow {
  const variable = variableOf(dataset.codebook, condition.variable)
  const column = columnOf(dataset, condition.variable)
  if ('empty' in condition) return byCode(firstWords(column), stateTable(emptyCodes(condition.empty)))
  if ('anyOf' in condition) return byAnyOf(column, variable, condition.anyOf)
  const { from = -Infinity, to = Infinity } = condition
  if (!(from <= to)) throw notUsable(variable, 'an end that is not before its beginning')
  return byRange(column, variable, from, to)
}

/** One code per row: in the first of so many words per row. */
interface CodedRows {
  readonly codes: Int16Array
  readonly words: number
}

function firstWords(column: Column): CodedRows {
  if (column.type === 'multiple') return { codes: column.bits, words: column.words }
  return { codes: column.type === 'single' ? column.codes : column.states, words: 1 }
}

const ANY_EMPTY: readonly number[] = Object.values(EMPTY_CODES)

/** A one for each code of which it holds. */
function stateTable(codes: Iterable<number>): Uint8Array {
  const table = new Uint8Array(CODES)
  for (const code of codes) table[code & (CODES - 1)] = 1
  return table
}

function emptyCodes(kinds: 'any' | readonly EmptyKind[]): readonly number[] {
  return kinds === 'any' ? ANY_EMPTY : kinds.map((kind) => EMPTY_CODES[kind])
}

function byCode({ codes, words }: CodedRows, table: Uint8Array): Narrow {
  if (words > 1) return byRow((row) => table[(codes[row * words] ?? 0) & (CODES - 1)] === 1)
  return (bits) => {
    for (let word = 0; word < bits.length; word += 1) {
      const asked = bits[word] ?? 0
      bits[word] = asked === EVERY_ROW ? codedOf32(codes, table, 32 * word) : codedAmong(asked, codes, table, 32 * word)
    }
  }
}

/** The bits of a word of which every row is asked. */
const EVERY_ROW = 2 ** 32 - 1

function codedOf32(codes: Int16Array, table: Uint8Array, first: number): number {
  let found = 0
  for (let bit = 0; bit < 32; bit += 1) found |= (table[(codes[first + bit] ?? 0) & (CODES - 1)] ?? 0) << bit
  return found
}

function codedAmong(asked: number, codes: Int16Array, table: Uint8Array, first: number): number {
  let found = 0
  for (let left = asked; left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left)
    found |= (table[(codes[first + bit] ?? 0) & (CODES - 1)] ?? 0) << bit
  }
  return found
}

function byRow(holds: (row: number) => boolean): Narrow {
  return (bits) => {
    for (let word = 0; word < bits.length; word += 1) {
      let found = 0
      for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left)
        if (holds(32 * word + bit)) found |= 1 << bit
      }
      bits[word] = found
    }
  }
}

function byAnyOf(column: Column, variable: Variable, codes: readonly number[]): Narrow {
  const options = substantiveCodes(variable.categories)
  if ((column.type !== 'single' && column.type !== 'multiple') || !codes.every((code) => options.includes(code)))
    throw notUsable(variable, options.length > 0 ? `codes among ${options.join(', ')}` : 'a range or a kind of empty')
  if (column.type === 'single') return byCode(firstWords(column), stateTable(codes))
  return byTicks(
    column.bits,
    column.words,
    codes.map((code) => options.indexOf(code)),
  )
}

/** At least one of these options, by their places, was ticked. */
function byTicks(bits: Int16Array, words: number, options: readonly number[]): Narrow {
  const wanted = Int16Array.from({ length: words }, (_, word) =>
    options
      .filter((option) => Math.floor(option / WORD_BITS) === word)
      .reduce((mask, option) => mask | (1 << (option % WORD_BITS)), 0),
  )
  return byRow((row) => {
    const first = row * words
    if ((bits[first] ?? 0) < 0) return false
    let ticked = 0
    for (let word = 0; word < words; word += 1) ticked |= (bits[first + word] ?? 0) & (wanted[word] ?? 0)
    return ticked !== 0
  })
}

function byRange(column: Column, variable: Variable, from: number, to: number): Narrow {
  if (column.type === 'single') return byCode(firstWords(column), codesWithin(from, to))
  if (column.type === 'multiple' || column.type === 'text') throw notUsable(variable, 'codes or a kind of empty')
  const { states, values } = column
  const highest = column.type === 'duration' && to === Infinity ? CENSORED : PRESENT
  return byRow((row) => {
    const state = states[row] ?? 0
    const value = values[row] ?? 0
    return state >= PRESENT && state <= highest && value >= from && value <= to
  })
}

/** States of a number that is there, and of a duration that was not over. */
const [PRESENT, CENSORED] = [1, 2]

/** Substantive codes between the two. */
function codesWithin(from: number, to: number): Uint8Array {
  const table = new Uint8Array(CODES)
  const last = Math.min(to, CODES / 2 - 1)
  for (let code = Math.max(0, Math.ceil(from)); code <= last; code += 1) table[code] = 1
  return table
}

function notUsable({ name, type }: Variable, expected: string): Error {
  return problem('conditionNotUsable', { variable: name, type, expected })
}
