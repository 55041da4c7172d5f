import type { Codebook, Column, Dataset, PackedAnswers, Variable } from '@klankbord/model'
import { requireFit } from './unpack.ts'

/**
 * Loads packed answers into typed columns.
 *
 * @throws Problem `packedAnswersMismatch` when a row belongs to another codebook
 */
export function toDataset(codebook: Codebook, rows: Iterable<PackedAnswers>): Dataset {
  const table = growingTable(codebook)
  for (const row of rows) table.add(row)
  return table.dataset()
}

/** The same from a source that takes time, such as a database cursor. */
export async function toDatasetAsync(codebook: Codebook, rows: AsyncIterable<PackedAnswers>): Promise<Dataset> {
  const table = growingTable(codebook)
  for await (const row of rows) table.add(row)
  return table.dataset()
}

interface GrowingTable {
  add(row: PackedAnswers): void
  dataset(): Dataset
}

/** Keeps the rows in two flat arrays that double when they are full; a million rows stay within tens of megabytes. */
function growingTable(codebook: Codebook): GrowingTable {
  let codes = new Int16Array(64 * codebook.slots)
  let numbers = new Float64Array(64 * codebook.numbers)
  let rows = 0
  return {
    add(row) {
      requireFit(codebook, row)
      if ((rows + 1) * codebook.slots > codes.length) {
        codes = copied(codes, new Int16Array(codes.length * 2))
        numbers = copied(numbers, new Float64Array(numbers.length * 2))
      }
      codes.set(row.codes, rows * codebook.slots)
      numbers.set(row.numbers, rows * codebook.numbers)
      rows += 1
    },
    dataset: () => ({
      codebook,
      rows,
      columns: Object.fromEntries(
        codebook.variables.map((variable) => [variable.name, columnOf(variable, codebook, codes, numbers, rows)]),
      ),
    }),
  }
}

function copied<Numbers extends Int16Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from)
  return to
}

function columnOf(
  variable: Variable,
  codebook: Codebook,
  codes: Int16Array,
  numbers: Float64Array,
  rows: number,
): Column {
  const slice = new Int16Array(rows * variable.slots)
  for (let row = 0; row < rows; row += 1)
    for (let word = 0; word < variable.slots; word += 1)
      slice[row * variable.slots + word] = codes[row * codebook.slots + variable.slot + word] ?? 0
  switch (variable.type) {
    case 'single':
      return { type: 'single', codes: slice }
    case 'multiple':
      return { type: 'multiple', words: variable.slots, bits: slice }
    case 'text':
      return { type: 'text', states: slice }
    case 'numeric':
    case 'date':
    case 'duration': {
      const place = variable.number ?? 0
      const values = Float64Array.from({ length: rows }, (_, row) => numbers[row * codebook.numbers + place] ?? 0)
      return { type: variable.type, states: slice, values }
    }
  }
}
