import { pointer, type Json } from '@klankbord/model'
import { isStorableText } from '../answers/storable-text.ts'
import { shown, type FindingList } from './finding-list.ts'

/** A JSON object whose keys cannot reach a prototype. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Limits that keep the work on any definition bounded; far above any real questionnaire. */
const MOST_VALUES = 60_000
const MOST_CHARACTERS = 2_000_000
const DEEPEST = 20

/**
 * Copies a definition into plain JSON once, so that nothing that is read later can change, loop, throw
 * or reach a prototype. Reports what is no JSON or passes a limit.
 *
 * @returns null when the definition cannot be read at all
 */
export function snapshot(definition: unknown, list: FindingList): JsonObject | null {
  const copying: Copying = { list, values: 0, characters: 0 }
  try {
    if (!isObject(definition)) {
      const isSource = typeof definition === 'string' && /^\s*\{/.test(definition)
      list.block('definitionNotObject', '', { found: kindOf(definition) }, () => (isSource ? 'compileText' : undefined))
      return null
    }
    return copyObject(definition, '', 0, copying)
  } catch (cause) {
    if (!(cause instanceof Unreadable)) list.block('definitionNotJson', '', { reason: 'a property cannot be read' })
    return null
  }
}

/** The JSON type of a value, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Whether a value is an object and not a list or null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Copying {
  readonly list: FindingList
  values: number
  characters: number
}

/** Stops the copying; the finding is already there. */
class Unreadable extends Error {}

function copy(value: unknown, path: string, depth: number, copying: Copying): Json {
  copying.values += 1
  if (copying.values > MOST_VALUES) throw tooLarge(copying, path, 'values', MOST_VALUES)
  if (depth > DEEPEST) throw tooLarge(copying, path, 'levels', DEEPEST)
  if (value === null || typeof value === 'boolean') return value
  // JSON has no minus zero.
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  if (typeof value === 'string') return copyText(value, path, copying)
  if (Array.isArray(value)) return copyList(value, path, depth, copying)
  if (isObject(value)) return copyObject(value, path, depth, copying)
  copying.list.block('definitionNotJson', path, { reason: `${kindOf(value)} cannot stand in JSON` })
  throw new Unreadable()
}

function copyList(value: readonly unknown[], path: string, depth: number, copying: Copying): Json {
  if (value.length > MOST_VALUES) throw tooLarge(copying, path, 'values', MOST_VALUES)
  return Array.from(value, (item, index) => copy(item, pointer(path, index), depth + 1, copying))
}

function copyObject(value: object, path: string, depth: number, copying: Copying): JsonObject {
  const result: Record<string, Json> = Object.create(null) as Record<string, Json>
  for (const [key, item] of Object.entries(value)) {
    copyText(key, path, copying)
    if (item !== undefined) result[key] = copy(item, pointer(path, shown(key)), depth + 1, copying)
  }
  return result
}

function copyText(text: string, path: string, copying: Copying): string {
  copying.characters += text.length
  if (copying.characters > MOST_CHARACTERS) throw tooLarge(copying, path, 'characters', MOST_CHARACTERS)
  if (!isStorableText(text)) copying.list.block('definitionCharacter', path, { element: path })
  return text
}

function tooLarge(copying: Copying, path: string, what: string, limit: number): Unreadable {
  copying.list.block('definitionTooLarge', path, { what, limit })
  return new Unreadable()
}
