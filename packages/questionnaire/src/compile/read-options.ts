import { EMPTY_CODES, emptyKindOf, pointer, type EmptyOptionKind, type Json, type Option } from '@klankbord/model'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { MISSING_REASONS, OPTION_PROPERTIES, TONES } from './profile.ts'
import { readOneOf } from './read-one-of.ts'
import type { Reading } from './reading.ts'
import { sameValueKey } from './same-value-key.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

/** Codes are kept as int16; below 0 stand the kinds of empty. */
const GREATEST_CODE = 32_767
const MOST_OPTIONS = 200

/**
 * Reads the options of a question from `choices` or `rateValues`: plain values, or objects with a value.
 * Reports values that an answer or a packed code could not tell apart.
 */
export function readOptions(owner: Fields, property: string, reading: Reading): readonly Option[] {
  const items = owner.list(property) ?? []
  const path = pointer(owner.path, property)
  if (items.length > MOST_OPTIONS) {
    reading.list.block('definitionTooLarge', path, { what: `options of ${owner.element}`, limit: MOST_OPTIONS })
    return []
  }
  const options = items.flatMap((item, index) => readOption(item, index, pointer(path, index), owner, reading) ?? [])
  reportTwins(options, owner.element, path, reading)
  const least = options.filter((option) => option.empty === undefined).length
  if (owner.list(property) !== undefined && options.length === items.length && least < 1)
    reading.list.block('tooFewOptions', path, { element: owner.element, least: 1 })
  return options
}

function readOption(item: Json, index: number, path: string, owner: Fields, reading: Reading): Option | null {
  const element = `option ${index + 1} of ${owner.element}`
  if (typeof item === 'string' || typeof item === 'number') return plainOption(item, index, path, element, reading)
  if (!isObject(item)) {
    reading.list.block('wrongPropertyType', path, {
      property: 'option',
      element,
      expected: 'a value, or an object with a value',
      found: kindOf(item),
    })
    return null
  }
  const fields = readFields(item as JsonObject, path, element, OPTION_PROPERTIES, reading)
  const value = readValue(fields, reading)
  const empty = readOneOf(fields, 'missingReason', MISSING_REASONS, reading)
  const tone = readOneOf(fields, 'tone', TONES, reading)
  const text = fields.has('text') ? fields.neededText('text') : undefined
  if (value === undefined || !valueFits(value, empty, path, element, reading)) return null
  return {
    value,
    code: codeOf(value, index, empty),
    text: text ?? { [reading.source]: String(value) },
    ...(empty === undefined ? {} : { empty }),
    ...(tone === undefined ? {} : { tone }),
    ...(fields.boolean('exclusive') === true ? { exclusive: true } : {}),
  }
}

function plainOption(
  value: string | number,
  index: number,
  path: string,
  element: string,
  reading: Reading,
): Option | null {
  if (!valueFits(value, undefined, path, element, reading)) return null
  const text = { [reading.source]: String(value) }
  if (typeof value === 'string') reading.texts.push({ path, element, text })
  return { value, code: codeOf(value, index, undefined), text }
}

const codeOf = (value: string | number, index: number, empty: EmptyOptionKind | undefined): number => {
  if (empty !== undefined) return EMPTY_CODES[empty]
  return Number.isInteger(value) ? Number(value) : index + 1
}

function readValue(fields: Fields, reading: Reading): string | number | undefined {
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

/** Values that survey-core would read as something else, or that no code can stand for. */
function valueFits(
  value: string | number,
  empty: EmptyOptionKind | undefined,
  path: string,
  element: string,
  reading: Reading,
): boolean {
  const reason = typeof value === 'number' ? numberFault(value, empty) : wordFault(value)
  if (reason !== null) reading.list.block('unusableOptionValue', path, { value: shown(String(value)), element, reason })
  return reason === null
}

function numberFault(value: number, empty: EmptyOptionKind | undefined): string | null {
  if (value > GREATEST_CODE) return `at most ${GREATEST_CODE}`
  const kind = emptyKindOf(value)
  if (empty === undefined && value < 0) return 'numbers below 0 are kept for kinds of empty: give it a missingReason'
  if (empty !== undefined && kind !== undefined && kind !== empty) return `${value} stands for ${kind}`
  return null
}

const KEYWORD = /^(true|false|null|undefined)$/i

function wordFault(value: string): string | null {
  if (value === '' || value !== value.trim()) return 'empty, or with a space at an end'
  if (value.length > 100) return 'at most 100 characters'
  if (/^['"]|['"]$/.test(value)) return 'a quotation mark at an end'
  return KEYWORD.test(value) ? 'a word with a meaning of its own in conditions' : null
}

function reportTwins(options: readonly Option[], element: string, path: string, reading: Reading): void {
  const values = new Set<string>()
  const codes = new Set<number>()
  for (const option of options) {
    const value = shown(String(option.value))
    const key = sameValueKey(option.value)
    if (values.has(key)) reading.list.block('duplicateOptionValue', path, { value, element })
    else if (codes.has(option.code))
      reading.list.block('duplicateOptionCode', path, { value, element, packed: option.code })
    values.add(key)
    codes.add(option.code)
  }
}
