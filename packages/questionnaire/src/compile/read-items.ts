import { pointer, type InputQuestion, type Json } from '@klankbord/model'
import type { DraftValidator } from './read-validators.ts'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { ITEM_PROPERTIES } from './profile.ts'
import { asQuestion, readInput } from './read-input.ts'
import { readName, type TakenNames } from './read-name.ts'
import { listedItems } from './read-options.ts'
import type { Reading } from './reading.ts'
import { readValidators } from './read-validators.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

const MOST_ITEMS = 20

/** An item of a multipletext whose validators are still texts. */
interface DraftItem {
  readonly item: InputQuestion
  readonly validators: readonly DraftValidator[]
}

/** Reads the items of a multipletext: short inputs whose names are the keys of the answer. */
export function readItems(owner: Fields, sensitive: boolean, reading: Reading): readonly DraftItem[] {
  const items = listedItems(owner, 'items', MOST_ITEMS, 'items', reading)
  if (owner.list('items')?.length === 0)
    reading.list.block('tooFewRows', pointer(owner.path, 'items'), { element: owner.element })
  const taken: TakenNames = new Map()
  return items.flatMap((value, index) => {
    const path = pointer(owner.path, 'items', index)
    if (isObject(value)) return readItem(value as JsonObject, path, owner, sensitive, taken, reading)
    reportNoObject(value, path, owner, reading)
    return []
  })
}

function readItem(
  object: JsonObject,
  path: string,
  owner: Fields,
  sensitive: boolean,
  taken: TakenNames,
  reading: Reading,
): DraftItem {
  const name = typeof object['name'] === 'string' ? shown(object['name']) : '(without a name)'
  const fields = readFields(object, path, `item ${name} of ${owner.element}`, ITEM_PROPERTIES, reading)
  const base = {
    name: readName(fields, taken, reading.list) ?? '',
    path,
    title: fields.neededText('title'),
    required: fields.boolean('isRequired') === true,
    sensitive,
  }
  const { question, drafts } = readValidators(fields, asQuestion(base, readInput(fields, reading)), reading)
  return { item: question, validators: drafts }
}

function reportNoObject(value: Json, path: string, owner: Fields, reading: Reading): void {
  reading.list.block('wrongPropertyType', path, {
    property: 'item',
    element: owner.element,
    expected: 'an object',
    found: kindOf(value),
  })
}
