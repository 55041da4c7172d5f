import { pointer, type Json } from '@klankbord/model'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { ELEMENT_PROPERTIES, PANEL_PROPERTIES, type ElementType } from './profile.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

/** What an author writes for a type of the profile, and another tool for one outside it. */
const MEANT: Readonly<Record<string, ElementType>> = {
  tagbox: 'checkbox',
  buttongroup: 'radiogroup',
  slider: 'rating',
  matrixdropdown: 'matrix',
  matrixdynamic: 'paneldynamic',
  page: 'panel',
  flowpanel: 'panel',
  image: 'html',
  select: 'dropdown',
  radio: 'radiogroup',
  textarea: 'comment',
}

/**
 * The fields of an element by the table of its type; null when it is no object. Of an unknown type, which is
 * reported, only the name is read, or all of it as of a panel where it has elements.
 */
export function readTyped<Type extends ElementType>(
  value: Json,
  path: string,
  owner: string,
  types: readonly Type[],
  reading: Reading,
): { readonly type: Type | null; readonly fields: Fields } | null {
  if (!isObject(value)) {
    reading.list.block('wrongPropertyType', path, {
      property: 'question',
      element: owner,
      expected: 'an object',
      found: kindOf(value),
    })
    return null
  }
  const object = value as JsonObject
  const type = readType(object, path, types, reading)
  const name = typeof object['name'] === 'string' ? shown(object['name']) : '(without a name)'
  const label = `${type ?? 'question'} ${name}`
  if (type === null && Array.isArray(object['elements'])) {
    const panel = types.find((each) => each === 'panel')
    const rest = Object.fromEntries(Object.entries(object).filter(([property]) => property !== 'type'))
    if (panel) return { type: panel, fields: readFields(rest, path, `panel ${name}`, PANEL_PROPERTIES, reading) }
  }
  if (type) return { type, fields: readFields(object, path, label, ELEMENT_PROPERTIES[type], reading) }
  return { type, fields: readFields({ name: object['name'] ?? '' }, path, label, ELEMENT_PROPERTIES.comment, reading) }
}

function readType<Type extends ElementType>(
  object: JsonObject,
  path: string,
  types: readonly Type[],
  reading: Reading,
): Type | null {
  const written = object['type']
  const element = `question at ${path}`
  if (written === undefined) {
    reading.list.block('missingProperty', path, { property: 'type', element })
    return null
  }
  if (typeof written !== 'string') {
    reading.list.block('wrongPropertyType', pointer(path, 'type'), {
      property: 'type',
      element,
      expected: 'a string',
      found: kindOf(written),
    })
    return null
  }
  const known = types.find((type) => type === written)
  if (known !== undefined) return known
  reading.list.block('unknownElementType', pointer(path, 'type'), { type: shown(written), known: types }, (near) => {
    const meant = Object.hasOwn(MEANT, written) ? MEANT[written] : undefined
    return types.find((type) => type === meant) ?? near(written, types)
  })
  return null
}
