import { pointer } from '@klankbord/model'
import { shown, type FindingList } from './finding-list.ts'
import type { Fields } from './fields.ts'

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const EXPECTED = 'a small letter, then at most 63 small letters, digits and single underscores inside'

/** Lower-case keys that every JavaScript object inherits: an answer under one could be mistaken for an answer that is not there. */
const INHERITED: ReadonlySet<string> = new Set(['constructor'])

/** The names that are taken, in small letters, with the path where each was first seen. */
export type TakenNames = Map<string, string>

/**
 * Reads a name and reports one that is missing, malformed or taken. Two underscores are kept for the
 * columns that one question gives in a CSV file.
 */
export function readName(fields: Fields, taken: TakenNames, list: FindingList): string | undefined {
  const { path, element } = fields
  const name = fields.string('name')
  const at = pointer(path, 'name')
  if (name === undefined) {
    if (fields.has('name') || !fields.wrote('name')) list.block('missingProperty', path, { property: 'name', element })
    return undefined
  }
  if (!NAME.test(name) || name.length > 64 || INHERITED.has(name))
    list.block('malformedName', at, { name: shown(name), element, expected: EXPECTED }, () => repaired(name))
  const first = taken.get(name.toLowerCase())
  if (first === undefined) taken.set(name.toLowerCase(), at)
  else list.block('duplicateName', at, { name: shown(name), first })
  return name
}

/** The nearest usable name, when the author's is only written differently. */
function repaired(name: string): string | undefined {
  const candidate = name
    .slice(0, 64)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_$/g, '')
  return NAME.test(candidate) && !INHERITED.has(candidate) ? candidate : undefined
}
