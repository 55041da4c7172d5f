import {
  problem,
  type Codebook,
  type Column,
  type Dataset,
  type PackedAnswers,
  type PackedRows,
  type Variable,
} from '@klankbord/model'
import { requireFit } from './unpack.ts'

/** Makes a dataset that grows. */
export interface DatasetBuilder {
  /** @throws Problem `packedAnswersMismatch` when the row belongs to another codebook */
  add(row: PackedAnswers): void
  /** Many rows, one after the other. @throws Problem `packedAnswersMismatch` */
  addRows(rows: PackedRows): void
  /** What was added until now. It stays as it is when more is added. */
  dataset(): Dataset
}

/** What a dataset begins with. */
export interface DatasetStart {
  /** A dataset to go on from. It stays as it is. */
  readonly from?: Dataset
  /** How many rows are expected, so that no more room is taken than they need. Others may come. */
  readonly rows?: number
}

/**
 * Begins a dataset, or goes on from one. Each column is kept apart and grows by an eighth when it is full, so that what is
 * added is written once, a dataset is a view and no copy, and an answer with a code takes two bytes.
 *
 * @example
 * const builder = datasetBuilder(codebook, { from: yesterday })
 * for (const row of today) builder.add(row)
 * builder.dataset() // the rows of yesterday, then those of today
 * @throws Problem `packedAnswersMismatch` for a dataset of another codebook
 */
export function datasetBuilder(codebook: Codebook, { from, rows: expected = 0 }: DatasetStart = {}): DatasetBuilder {
  if (from) requireSame(codebook, from.codebook)
  const columns = codebook.variables.map((variable) => growingColumn(variable, codebook, from, expected))
  const waiting = waitingRows(codebook)
  let rows = from?.rows ?? 0
  const append = (added: PackedRows): void => {
    for (const column of columns) column.add(added, rows)
    rows += added.rows
  }
  return {
    add(row) {
      requireFit(codebook, row)
      if (waiting.add(row)) append(waiting.take())
    },
    addRows(added) {
      requireShape(codebook, added)
      append(waiting.take())
      append(added)
    },
    dataset() {
      append(waiting.take())
      return { codebook, rows, columns: Object.fromEntries(columns.map(({ name, upTo }) => [name, upTo(rows)])) }
    },
  }
}

/** Rows that come one at a time wait until there are some, since each row is spread over all columns. */
function waitingRows({ slots, numbers: floats }: Codebook): { add(row: PackedAnswers): boolean; take(): PackedRows } {
  const codes = new Int16Array(WAITING * slots)
  const numbers = new Float64Array(WAITING * floats)
  let rows = 0
  return {
    add(row) {
      codes.set(row.codes, rows * slots)
      numbers.set(row.numbers, rows * floats)
      rows += 1
      return rows === WAITING
    },
    take() {
      const taken = { rows, codes: codes.subarray(0, rows * slots), numbers: numbers.subarray(0, rows * floats) }
      rows = 0
      return taken
    },
  }
}

const WAITING = 256

interface GrowingColumn {
  readonly name: string
  readonly add: (rows: PackedRows, at: number) => void
  readonly upTo: (rows: number) => Column
}

function growingColumn(
  variable: Variable,
  codebook: Codebook,
  from: Dataset | undefined,
  expected: number,
): GrowingColumn {
  const known = from?.columns[variable.name]
  const { slots, number: place } = variable
  let codes = new Int16Array(Math.max(expected, from?.rows ?? 0) * slots)
  let values = new Float64Array(place === undefined ? 0 : Math.max(expected, from?.rows ?? 0))
  if (known) codes.set(codesOf(known))
  if (known && 'values' in known) values.set(known.values)
  return {
    name: variable.name,
    add(rows, at) {
      const end = at + rows.rows
      codes = roomFor(codes, end * slots, (length) => new Int16Array(length))
      copyCodes(
        rows.codes,
        { stride: codebook.slots, first: variable.slot, words: slots },
        codes.subarray(at * slots, end * slots),
      )
      if (place === undefined) return
      values = roomFor(values, end, (length) => new Float64Array(length))
      for (let row = 0; row < rows.rows; row += 1) values[at + row] = rows.numbers[row * codebook.numbers + place] ?? 0
    },
    upTo: (rows) => columnOf(variable, codes.subarray(0, rows * slots), values.subarray(0, rows)),
  }
}

/** The same numbers, with room for so many. */
function roomFor<Numbers extends Int16Array | Float64Array>(
  numbers: Numbers,
  wanted: number,
  make: (length: number) => Numbers,
): Numbers {
  if (wanted <= numbers.length) return numbers
  const larger = make(Math.max(wanted, Math.ceil(numbers.length * 1.125)))
  larger.set(numbers)
  return larger
}

/** Takes the words of one variable out of rows with those of all. */
function copyCodes(
  from: Int16Array,
  { stride, first, words }: { readonly stride: number; readonly first: number; readonly words: number },
  to: Int16Array,
): void {
  let at = first
  for (let start = 0; start < to.length; start += words) {
    for (let word = 0; word < words; word += 1) to[start + word] = from[at + word] ?? 0
    at += stride
  }
}

function columnOf(variable: Variable, codes: Int16Array, values: Float64Array): Column {
  switch (variable.type) {
    case 'single':
      return { type: 'single', codes }
    case 'multiple':
      return { type: 'multiple', words: variable.slots, bits: codes }
    case 'text':
      return { type: 'text', states: codes }
    case 'numeric':
    case 'date':
    case 'duration':
      return { type: variable.type, states: codes, values }
  }
}

function codesOf(column: Column): Int16Array {
  return column.type === 'single' ? column.codes : column.type === 'multiple' ? column.bits : column.states
}

/** @throws Problem `packedAnswersMismatch` */
function requireShape({ slots, numbers }: Codebook, added: PackedRows): void {
  if (added.codes.length === added.rows * slots && added.numbers.length === added.rows * numbers) return
  const [codes, floats] = [added.codes.length, added.numbers.length]
  throw problem('packedAnswersMismatch', {
    expected: `${slots} codes and ${numbers} numbers in each row`,
    found: `${codes} codes and ${floats} numbers in ${added.rows} rows`,
  })
}

/** @throws Problem `packedAnswersMismatch` */
function requireSame(codebook: Codebook, other: Codebook): void {
  if (codebook.questionnaire === other.questionnaire && codebook.slots === other.slots) return
  throw problem('packedAnswersMismatch', { expected: 'a dataset of this codebook', found: 'one of another' })
}
