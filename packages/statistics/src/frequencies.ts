import { emptyKindOf, problem, type Base, type Category, type EmptyKind } from '@klankbord/model'
import type { MultipleColumn, SingleColumn } from '@klankbord/model'

const BITS_PER_WORD = 15

/** Counts of one group: one per substantive category, in the order of the codebook. */
export interface Frequencies {
  readonly counts: readonly number[]
  readonly base: Base
}

/**
 * How often each substantive category was given, with every base stated.
 *
 * @param categories those of the variable; its kinds of empty may be among them and get no count
 * @param select which rows take part; all of them unless told
 * @example
 * frequencies({ type: 'single', codes: Int16Array.of(1, 2, 1, -3) }, [{ code: 1, … }, { code: 2, … }])
 * // { counts: [2, 1], base: { total: 4, asked: 4, answered: 4, valid: 3, empties: { dontKnow: 1 } } }
 * @throws Problem `unknownCode` for a code that is neither a category nor a kind of empty
 */
export function frequencies(
  column: SingleColumn | MultipleColumn,
  categories: readonly Category[],
  select: (row: number) => boolean = () => true,
): Frequencies {
  const tally = tallyOf(column, categories)
  const rows = rowsOf(column)
  for (let row = 0; row < rows; row += 1) if (select(row)) tally.add(row)
  return tally.result()
}

/**
 * The same for each group of a breakdown, in one pass. Rows whose code in `by` is not among `groups`
 * (kinds of empty, too) belong to no group.
 *
 * @param groups codes of the breakdown, in the order of the answer
 * @throws Problem `unknownCode`, and `columnsDiffer` when the columns have unequal lengths
 */
export function crossTabulation(
  column: SingleColumn | MultipleColumn,
  categories: readonly Category[],
  by: SingleColumn,
  groups: readonly number[],
): readonly Frequencies[] {
  const rows = rowsOf(column)
  if (by.codes.length !== rows) throw problem('columnsDiffer', { rows, other: by.codes.length })
  const tallies = groups.map(() => tallyOf(column, categories))
  const tallyByCode = new Map(groups.map((code, index) => [code, tallies[index]]))
  for (let row = 0; row < rows; row += 1) tallyByCode.get(by.codes[row] ?? 0)?.add(row)
  return tallies.map((tally) => tally.result())
}

interface Tally {
  add(row: number): void
  result(): Frequencies
}

function rowsOf(column: SingleColumn | MultipleColumn): number {
  return column.type === 'single' ? column.codes.length : column.bits.length / column.words
}

function tallyOf(column: SingleColumn | MultipleColumn, all: readonly Category[]): Tally {
  const categories = all.filter((category) => category.empty === undefined)
  const counts = categories.map(() => 0)
  const empties = new Map<EmptyKind, number>()
  let total = 0
  const answer = column.type === 'single' ? singleAnswer(column, categories) : multipleAnswer(column, categories.length)
  return {
    add(row) {
      total += 1
      const first = column.type === 'single' ? column.codes[row] : column.bits[row * column.words]
      const kind = emptyKindOf(first ?? 0)
      if (kind) empties.set(kind, (empties.get(kind) ?? 0) + 1)
      else answer(row, counts)
    },
    result: () => ({ counts, base: baseOf(total, empties) }),
  }
}

type AddAnswer = (row: number, counts: number[]) => void

function singleAnswer(column: SingleColumn, categories: readonly Category[]): AddAnswer {
  const indexByCode = new Map(categories.map((category, index) => [category.code, index]))
  return (row, counts) => {
    const code = column.codes[row] ?? 0
    const index = indexByCode.get(code)
    if (index === undefined) throw problem('unknownCode', { known: [...indexByCode.keys()] })
    counts[index] = (counts[index] ?? 0) + 1
  }
}

function multipleAnswer(column: MultipleColumn, options: number): AddAnswer {
  return (row, counts) => {
    for (let option = 0; option < options; option += 1) {
      const word = column.bits[row * column.words + Math.floor(option / BITS_PER_WORD)] ?? 0
      if ((word >> (option % BITS_PER_WORD)) & 1) counts[option] = (counts[option] ?? 0) + 1
    }
  }
}

/** Skipped is no answer; every other kind of empty is an answer without substance. */
function baseOf(total: number, empties: ReadonlyMap<EmptyKind, number>): Base {
  const asked = total - (empties.get('notAsked') ?? 0)
  const answered = asked - (empties.get('skipped') ?? 0)
  const all = [...empties.values()].reduce((sum, count) => sum + count, 0)
  return { total, asked, answered, valid: total - all, empties: Object.fromEntries(empties) }
}
