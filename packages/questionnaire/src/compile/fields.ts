import { pointer, type Json, type LocalizedText } from '@klankbord/model'
import { shown, type Suggest } from './finding-list.ts'
import { LEFT_OUT, SYNONYMS } from './outside-profile.ts'
import { ELEMENT_PROPERTIES, ELEMENT_TYPES, type Properties, type PropertyKind } from './profile.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import { kindOf, type JsonObject } from './snapshot.ts'

/** The properties of one element that the profile knows and whose values have the right type. */
export interface Fields {
  /** JSON pointer to the element. */
  readonly path: string
  /** The element in words, for a sentence: "radiogroup q1". */
  readonly element: string
  has(property: string): boolean
  /** Whether the author wrote the property at all, right or wrong. */
  wrote(property: string): boolean
  string(property: string): string | undefined
  number(property: string): number | undefined
  boolean(property: string): boolean | undefined
  text(property: string): LocalizedText | undefined
  /** A text that people must be able to read; reported, and empty, where it is missing. */
  neededText(property: string): LocalizedText
  list(property: string): readonly Json[] | undefined
  raw(property: string): Json | undefined
}

/**
 * Reads an element by the table of its properties; reports what the table does not know or takes otherwise.
 * `homes` says in words with what a property of another table goes; absent: with the types of elements that have it.
 */
export function readFields(
  object: JsonObject,
  path: string,
  element: string,
  properties: Properties,
  reading: Reading,
  homes: Readonly<Record<string, string>> = 'type' in properties ? ELEMENT_HOMES : {},
): Fields {
  const right: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const [property, value] of Object.entries(object)) {
    const kind = Object.hasOwn(properties, property) ? properties[property] : undefined
    if (kind === undefined) reportUnknown(property, path, element, properties, homes, reading)
    else if (fits(value, kind) || (kind === 'list' && property === 'value')) right[property] = value
    else
      reading.list.block('wrongPropertyType', pointer(path, property), {
        property,
        element,
        expected: EXPECTED[kind],
        found: kindOf(value),
      })
  }
  const text = (property: string): LocalizedText | undefined =>
    readText(right[property], pointer(path, property), `${property} of ${element}`, reading)
  return {
    path,
    element,
    has: (property) => property in right,
    wrote: (property) => property in object,
    string: (property) => textual(right[property]),
    number: (property) => (typeof right[property] === 'number' ? right[property] : undefined),
    boolean: (property) => (typeof right[property] === 'boolean' ? right[property] : undefined),
    text,
    neededText: (property) => {
      const before = reading.list.count
      const found = text(property)
      const reported = reading.list.count > before || (property in object && !(property in right))
      if (!found && !reported) reading.list.block('missingText', path, { property, element })
      return found ?? {}
    },
    list: (property) => (Array.isArray(right[property]) ? (right[property] as readonly Json[]) : undefined),
    raw: (property) => right[property],
  }
}

const EXPECTED: Readonly<Record<PropertyKind, string>> = {
  string: 'a string',
  text: 'a text, or one text per language',
  boolean: 'true or false',
  number: 'a number',
  limit: 'a number, or a date in a string',
  condition: 'a condition in a string',
  names: 'a name, or a list of names',
  list: 'a list',
}

/** With which types of elements a property goes, in words. */
const ELEMENT_HOMES: Readonly<Record<string, string>> = Object.fromEntries(
  [...new Set(ELEMENT_TYPES.flatMap((type) => Object.keys(ELEMENT_PROPERTIES[type])))].map((property) => {
    const types = ELEMENT_TYPES.filter((type) => Object.hasOwn(ELEMENT_PROPERTIES[type], property))
    return [property, types.length > 6 ? 'a question' : types.join(' and ')]
  }),
)

const textual = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

function fits(value: Json, kind: PropertyKind): boolean {
  if (kind === 'list') return Array.isArray(value)
  if (kind === 'names') return typeof value === 'string' || Array.isArray(value)
  if (kind === 'text') return typeof value === 'string' || kindOf(value) === 'an object'
  if (kind === 'limit') return typeof value === 'string' || typeof value === 'number'
  return typeof value === (kind === 'condition' ? 'string' : kind)
}

function reportUnknown(
  property: string,
  path: string,
  element: string,
  properties: Properties,
  homes: Readonly<Record<string, string>>,
  reading: Reading,
): void {
  const at = pointer(path, shown(property))
  const goesWith = Object.hasOwn(homes, property) ? homes[property] : undefined
  if (goesWith !== undefined) return reading.list.block('propertyNotHere', at, { property, element, goesWith })
  const expected = Object.hasOwn(LEFT_OUT, property) ? LEFT_OUT[property] : undefined
  if (expected !== undefined) return reading.list.block('propertyLeftOut', at, { property, element, expected })
  const known = Object.keys(properties)
  const synonyms = Object.hasOwn(SYNONYMS, property) ? [SYNONYMS[property] ?? []].flat() : []
  const suggest: Suggest = (near) => synonyms.find((synonym) => known.includes(synonym)) ?? near(property, known)
  reading.list.block('unknownProperty', at, { property: shown(property), element }, suggest)
}
