import { pointer } from '@klankbord/model'
import { shown, type FindingList } from './finding-list.ts'
import type { Fields } from './fields.ts'

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const DIGITS = /^(0|[1-9][0-9]{0,5})$/
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
  reportName(name, { path: at, element }, taken, list)
  return name
}

interface Place {
  readonly path: string
  readonly element: string
}

/** Reports a name that is malformed or taken, and takes it. */
export function reportName(name: string, { path, element }: Place, taken: TakenNames, list: FindingList): void {
  if (!isName(name))
    list.block('malformedName', path, { name: shown(name), element, expected: EXPECTED }, () => repaired(name))
  reportTaken(name, path, taken, list)
}

/**
 * The name of a row of a matrix: a name as questions have, or a whole number, also written as a number. Reports it
 * when it is malformed or taken.
 */
export function rowName(
  value: string | number,
  { path, element }: Place,
  taken: TakenNames,
  list: FindingList,
): string {
  const name = String(value)
  if (!isName(name) && !DIGITS.test(name))
    list.block('malformedName', path, { name: shown(name), element, expected: `${EXPECTED}; or digits` }, () =>
      repaired(name),
    )
  reportTaken(name, path, taken, list)
  return name
}

const isName = (name: string): boolean => NAME.test(name) && name.length <= 64 && !INHERITED.has(name)

function reportTaken(name: string, path: string, taken: TakenNames, list: FindingList): void {
  const first = taken.get(name.toLowerCase())
  if (first === undefined) taken.set(name.toLowerCase(), path)
  else list.block('duplicateName', path, { name: shown(name), first })
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
