import { pointer, type Json } from '@klankbord/model'
import { conditionOf, guardsOf } from './condition-source.ts'
import { leavesOf, type DraftElement, type DraftGroup, type DraftNote } from './draft.ts'
import type { Fields } from './fields.ts'
import { ELEMENT_TYPES } from './profile.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readProse } from './read-prose.ts'
import { readQuestion, unreadable } from './read-question.ts'
import { readTyped } from './read-typed.ts'
import { reportReserved } from './report-reserved.ts'
import type { Reading } from './reading.ts'

/** The names that are taken. Pages and panels have none in common with questions. */
export interface Names {
  readonly groups: TakenNames
  readonly questions: TakenNames
}

const MOST_INSIDE = 4
const ADVISED_GROUP = 6

/**
 * Reads a page or a panel with what stands in it.
 * `depth` counts the panels around it: 0 for a page. `unnamed` is used where the name is missing, which is reported.
 */
export function readGroup(fields: Fields, unnamed: string, depth: number, names: Names, reading: Reading): DraftGroup {
  const { path, element } = fields
  const from = reading.texts.length
  const name = readName(fields, names.groups, reading.list) ?? unnamed
  const title = fields.text('title')
  const description = fields.text('description')
  const texts = reading.texts.slice(from)
  const items = fields.list('elements') ?? []
  const shortGroup = fields.boolean('shortGroup') === true
  if (items.length === 0) reading.list.hint('emptyPage', path, { element })
  const elements = items.flatMap(
    (item, place) => readElement(item, pointer(path, 'elements', place), element, depth, names, reading) ?? [],
  )
  const group: DraftGroup = {
    kind: 'group',
    name,
    ...(title && { title }),
    ...(description && { description }),
    shortGroup,
    ...guardsOf(fields),
    elements,
    texts,
  }
  const questions = shortGroup ? leavesOf(group).filter(({ kind }) => kind === 'question').length : 0
  if (questions > ADVISED_GROUP) reading.list.hint('longGroup', path, { element, questions, limit: ADVISED_GROUP })
  return group
}

function readElement(
  value: Json,
  path: string,
  owner: string,
  depth: number,
  names: Names,
  reading: Reading,
): DraftElement | null {
  const typed = readTyped(value, path, owner, ELEMENT_TYPES, reading)
  if (!typed) return null
  const { type, fields } = typed
  if (type !== 'panel') reportReserved(fields, reading.list)
  if (type === null) return unreadable(fields, names.questions, reading)
  if (type === 'html' || type === 'expression') return readNote(type, fields, names.questions, reading)
  if (type !== 'panel') return readQuestion(type, fields, names.questions, reading)
  if (depth < MOST_INSIDE) return readGroup(fields, `panel${names.groups.size}`, depth + 1, names, reading)
  reading.list.block('definitionTooLarge', path, { what: 'panels inside each other', limit: MOST_INSIDE })
  return null
}

function readNote(type: 'html' | 'expression', fields: Fields, taken: TakenNames, reading: Reading): DraftNote | null {
  const from = reading.texts.length
  const name = readName(fields, taken, reading.list)
  const place = { name: name ?? '', path: fields.path }
  const note =
    type === 'html'
      ? { type, ...place, html: readProse(fields, 'html', reading) }
      : { type, ...place, ...readHeading(fields) }
  const expression = type === 'expression' ? conditionOf(fields, 'expression') : null
  if (type === 'expression' && !expression && (fields.has('expression') || !fields.wrote('expression')))
    reading.list.block('missingProperty', fields.path, { property: 'expression', element: fields.element })
  if (name === undefined) return null
  const visibleIf = conditionOf(fields, 'visibleIf')
  return { kind: 'note', name, note, visibleIf, expression, texts: reading.texts.slice(from) }
}

function readHeading(fields: Fields): Pick<DraftNote['note'] & { type: 'expression' }, 'title' | 'description'> {
  const description = fields.text('description')
  return { title: fields.neededText('title'), ...(description && { description }) }
}
