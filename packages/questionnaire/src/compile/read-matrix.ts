import { pointer, type Json, type MatrixRow } from '@klankbord/model'
import { guardsOf } from './condition-source.ts'
import type { Guards } from './draft.ts'
import { readFields, type Fields } from './fields.ts'
import { OPTION_HOMES, OPTION_PROPERTIES } from './profile.ts'
import { rowName, type TakenNames } from './read-name.ts'
import { listedItems, readValue } from './read-options.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

const MOST_ROWS = 50

/** A row whose conditions are still texts. */
interface DraftRow extends Guards {
  readonly row: MatrixRow
}

/** Reads the rows of a matrix: plain values, or objects with a value. The value is the key in the answer. */
export function readRows(owner: Fields, reading: Reading): readonly DraftRow[] {
  const items = listedItems(owner, 'rows', MOST_ROWS, 'rows', reading)
  if (owner.list('rows')?.length === 0)
    reading.list.block('tooFewRows', pointer(owner.path, 'rows'), { element: owner.element })
  const taken: TakenNames = new Map()
  return items.flatMap((item, index) => readRow(item, index, owner, taken, reading) ?? [])
}

function readRow(item: Json, index: number, owner: Fields, taken: TakenNames, reading: Reading): DraftRow | null {
  const path = pointer(owner.path, 'rows', index)
  const element = `row ${index + 1} of ${owner.element}`
  if (!isObject(item) && typeof item !== 'string' && typeof item !== 'number') {
    reading.list.block('wrongPropertyType', path, {
      property: 'row',
      element,
      expected: 'a value, or an object with a value',
      found: kindOf(item),
    })
    return null
  }
  const written = isObject(item) ? (item as JsonObject) : { value: item }
  const fields = readFields(written, path, element, OPTION_PROPERTIES.rows, reading, OPTION_HOMES)
  const value = readValue(fields, reading)
  const text = fields.has('text') ? fields.neededText('text') : undefined
  if (value === undefined) return null
  const name = rowName(value, { path, element }, taken, reading.list)
  const words = text ?? { [reading.source]: name }
  if (!text && typeof value === 'string') reading.texts.push({ path, element, text: words })
  return { row: { name, text: words }, ...guardsOf(fields) }
}
