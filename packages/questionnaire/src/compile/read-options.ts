import { EMPTY_CODES, pointer, type EmptyOptionKind, type Json, type Option } from '@klankbord/model'
import { guardsOf } from './condition-source.ts'
import type { Guards } from './draft.ts'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { reportOptionValue } from './option-value.ts'
import { MISSING_REASONS, OPTION_HOMES, OPTION_PROPERTIES, TONES, type OptionList } from './profile.ts'
import { readImage, readMedia } from './read-media.ts'
import { readOneOf } from './read-one-of.ts'
import type { Reading } from './reading.ts'
import { sameValueKey } from './same-value-key.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

const MOST_OPTIONS = 200

/** An option whose conditions are still texts. */
export interface DraftOption extends Guards {
  readonly option: Option
  /** JSON pointer to it. */
  readonly path: string
}

/**
 * Reads the options of a question from a property: plain values, or objects with a value.
 * Reports values that an answer or a packed code could not tell apart.
 */
export function readOptions(
  owner: Fields,
  property: string,
  kind: OptionList,
  reading: Reading,
): readonly DraftOption[] {
  const items = listedItems(owner, property, MOST_OPTIONS, 'options', reading)
  const path = pointer(owner.path, property)
  const drafts = items.flatMap((item, index) => readOption(item, index, owner, { property, kind }, reading) ?? [])
  const options = drafts.map(({ option }) => option)
  reportTwins(drafts, owner.element, reading)
  reportSameWords(drafts, owner.element, reading)
  const least = options.filter((option) => option.empty === undefined).length
  if (owner.list(property)?.length === items.length && options.length === items.length && least < 1)
    reading.list.block('tooFewOptions', path, { element: owner.element, least: 1 })
  return drafts
}

/** What stands in a list that must be there; nothing, and a finding, when it is too long. */
export function listedItems(
  owner: Fields,
  property: string,
  most: number,
  what: string,
  reading: Reading,
): readonly Json[] {
  if (!owner.wrote(property)) reading.list.block('missingProperty', owner.path, { property, element: owner.element })
  const items = owner.list(property) ?? []
  if (items.length <= most) return items
  reading.list.block('definitionTooLarge', pointer(owner.path, property), {
    what: `${what} of ${owner.element}`,
    limit: most,
  })
  return []
}

/** Reports an option with the value or the code of one before it. */
function reportTwins(drafts: readonly DraftOption[], element: string, reading: Reading): void {
  const values = new Set<string>()
  const codes = new Set<number>()
  for (const { option, path } of drafts) {
    const value = shown(String(option.value))
    const key = sameValueKey(option.value)
    if (values.has(key)) reading.list.block('duplicateOptionValue', path, { value, element })
    else if (codes.has(option.code))
      reading.list.block('duplicateOptionCode', path, { value, element, packed: option.code })
    values.add(key)
    codes.add(option.code)
  }
}

/** Options of one question that read the same in a language. */
function reportSameWords(drafts: readonly DraftOption[], element: string, reading: Reading): void {
  const seen = new Map<string, Option>()
  for (const { option, path } of drafts) {
    const keys = Object.entries(option.text).map(([language, words]) => `${language} ${words.trim().toLowerCase()}`)
    const first = keys.map((key) => seen.get(key)).find((found) => found !== undefined)
    const value = shown(String(option.value))
    if (first && sameValueKey(first.value) !== sameValueKey(option.value))
      reading.list.hint('sameOptionText', path, { value, first: shown(String(first.value)), element })
    for (const key of keys) if (!seen.has(key)) seen.set(key, option)
  }
}

interface Source {
  readonly property: string
  readonly kind: OptionList
}

function readOption(
  item: Json,
  index: number,
  owner: Fields,
  { property, kind }: Source,
  reading: Reading,
): DraftOption | null {
  const path = pointer(owner.path, property, index)
  const element = `option ${index + 1} of ${owner.element}`
  if (!isObject(item) && typeof item !== 'string' && typeof item !== 'number') {
    reading.list.block('wrongPropertyType', path, {
      property: 'option',
      element,
      expected: 'a value, or an object with a value',
      found: kindOf(item),
    })
    return null
  }
  const pictured = 'imageLink' in OPTION_PROPERTIES[kind]
  if (!isObject(item) && !pictured) return plainOption(item, index, { path, element }, reading)
  const written = isObject(item) ? (item as JsonObject) : { value: item }
  const fields = readFields(written, path, element, OPTION_PROPERTIES[kind], reading, OPTION_HOMES)
  const value = readValue(fields, reading)
  const empty = readOneOf(fields, 'missingReason', MISSING_REASONS, reading)
  const tone = readOneOf(fields, 'tone', TONES, reading)
  const image = pictured ? readImage(fields, reading) : undefined
  const media = readMedia(fields, reading)
  // Who cannot see a picture chooses by its words.
  const words = fields.has('text') || pictured ? fields.neededText('text') : undefined
  if (value === undefined || !reportOptionValue(value, empty, { path, element }, reading)) return null
  const text = words ?? { [reading.source]: String(value) }
  if (typeof value === 'string' && !words) reading.texts.push({ path, element, text })
  const option: Option = {
    value,
    code: codeOf(value, index, empty),
    text,
    ...(empty === undefined ? {} : { empty }),
    ...(tone === undefined ? {} : { tone }),
    ...(fields.boolean('exclusive') === true ? { exclusive: true } : {}),
    ...(image === undefined ? {} : { image }),
    ...media,
  }
  return { option, path, ...guardsOf(fields) }
}

function plainOption(
  value: string | number,
  index: number,
  place: { readonly path: string; readonly element: string },
  reading: Reading,
): DraftOption | null {
  if (!reportOptionValue(value, undefined, place, reading)) return null
  const text = { [reading.source]: String(value) }
  if (typeof value === 'string') reading.texts.push({ ...place, text })
  const option = { value, code: codeOf(value, index, undefined), text }
  return { option, path: place.path, visibleIf: null, enableIf: null }
}

const codeOf = (value: string | number, index: number, empty: EmptyOptionKind | undefined): number => {
  if (empty !== undefined) return EMPTY_CODES[empty]
  return Number.isInteger(value) ? Number(value) : index + 1
}

/** The value of an option or of a row. */
export function readValue(fields: Fields, reading: Reading): string | number | undefined {
  const value = fields.raw('value')
  if (typeof value === 'string' || typeof value === 'number') return value
  const { path, element } = fields
  if (value === undefined) reading.list.block('missingProperty', path, { property: 'value', element })
  else
    reading.list.block('wrongPropertyType', pointer(path, 'value'), {
      property: 'value',
      element,
      expected: 'a number or a string',
      found: kindOf(value),
    })
  return undefined
}
