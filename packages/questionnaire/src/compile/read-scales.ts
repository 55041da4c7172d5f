import { pointer, type LocalizedText, type ScoreMethod } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readObjects } from './read-objects.ts'
import { readOneOf } from './read-one-of.ts'
import type { Reading } from './reading.ts'
import { kindOf } from './snapshot.ts'

/** A scale whose items are still names. */
export interface DraftScale {
  readonly name: string
  readonly path: string
  /** The scale in words, for a sentence. */
  readonly element: string
  readonly title: LocalizedText
  /** Undefined where it is missing or unknown: reported. */
  readonly method: ScoreMethod | undefined
  readonly items: readonly string[]
  readonly reversed: readonly string[]
  readonly minimumAnswered: number
}

const PROPERTIES = {
  name: 'string',
  title: 'text',
  method: 'string',
  items: 'list',
  reversed: 'list',
  minimumAnswered: 'number',
} as const
const SCORE_METHODS = ['mean', 'sum', 'percentOfMaximum', 'grade', 'netPromoter'] as const
const MOST_SCALES = 100
const MOST_ITEMS = 200
/** Half of the items, the usual rule. */
const MINIMUM_ANSWERED = 0.5

/** Reads the scales of a questionnaire. Their names are those of variables, beside the questions. */
export function readScales(questionnaire: Fields, names: TakenNames, reading: Reading): readonly DraftScale[] {
  const read = { property: 'scales', called: 'scale', properties: PROPERTIES, most: MOST_SCALES }
  return readObjects(questionnaire, read, reading).flatMap((fields) => {
    const name = readName(fields, names, reading.list)
    const title = fields.neededText('title')
    for (const property of ['method', 'items']) reportMissing(fields, property, reading)
    const method = readOneOf(fields, 'method', SCORE_METHODS, reading)
    const items = readItems(fields, 'items', reading)
    const reversed = readItems(fields, 'reversed', reading)
    const minimumAnswered = readShare(fields, reading)
    if (name === undefined) return []
    return { name, path: fields.path, element: fields.element, title, method, items, reversed, minimumAnswered }
  })
}

function reportMissing(fields: Fields, property: string, reading: Reading): void {
  if (!fields.wrote(property)) reading.list.block('missingProperty', fields.path, { property, element: fields.element })
}

/** Each name once; what is no name, or stands there twice, is reported. */
function readItems(fields: Fields, property: string, reading: Reading): readonly string[] {
  const written = fields.list(property) ?? []
  const path = pointer(fields.path, property)
  const { element } = fields
  if (written.length > MOST_ITEMS) {
    reading.list.block('definitionTooLarge', path, { what: `${property} of ${element}`, limit: MOST_ITEMS })
    return []
  }
  if (written.length === 0 && property === 'items' && fields.has(property))
    reading.list.block('missingProperty', path, { property: 'at least one item', element })
  const names = new Set<string>()
  written.forEach((name, index) => {
    const at = pointer(path, index)
    if (typeof name !== 'string')
      reading.list.block('wrongPropertyType', at, {
        property,
        element,
        expected: 'names in a list',
        found: kindOf(name),
      })
    else if (names.has(name)) reading.list.block('duplicateName', at, { name, first: path })
    else names.add(name)
  })
  return [...names]
}

function readShare(fields: Fields, reading: Reading): number {
  const share = fields.number('minimumAnswered') ?? MINIMUM_ANSWERED
  if (share > 0 && share <= 1) return share
  reading.list.block('limitOutOfRange', pointer(fields.path, 'minimumAnswered'), {
    property: 'minimumAnswered',
    element: fields.element,
    expected: 'a share above 0 and at most 1, like 0.5',
  })
  return MINIMUM_ANSWERED
}
