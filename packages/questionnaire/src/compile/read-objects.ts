import { pointer } from '@klankbord/model'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import type { Properties } from './profile.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

/** A list of the questionnaire: how one of it is called in sentences, what one has, and how many there may be. */
interface ObjectList {
  readonly property: string
  readonly called: string
  readonly properties: Properties
  readonly most: number
}

/** The fields of each object in a list of the questionnaire. What is no object is reported. */
export function readObjects(
  owner: Fields,
  { property, called, properties, most }: ObjectList,
  reading: Reading,
): readonly Fields[] {
  const items = owner.list(property) ?? []
  const path = pointer(owner.path, property)
  if (items.length > most) {
    reading.list.block('definitionTooLarge', path, { what: property, limit: most })
    return []
  }
  return items.flatMap((item, index) => {
    const at = pointer(path, index)
    const name = isObject(item) && typeof item['name'] === 'string' ? shown(item['name']) : String(index + 1)
    const element = `${called} ${name}`
    if (isObject(item)) return readFields(item as JsonObject, at, element, properties, reading)
    reading.list.block('wrongPropertyType', at, {
      property: called,
      element: owner.element,
      expected: 'an object',
      found: kindOf(item),
    })
    return []
  })
}
