import { pointer, type Question } from '@klankbord/model'
import { conditionOf, guardsOf } from './condition-source.ts'
import type { DraftQuestion } from './draft.ts'
import type { Fields } from './fields.ts'
import { PANEL_QUESTION_TYPES, type QuestionType } from './profile.ts'
import { readByType } from './read-by-type.ts'
import { readName, type TakenNames } from './read-name.ts'
import { listedItems } from './read-options.ts'
import { readTyped } from './read-typed.ts'
import type { Reading } from './reading.ts'
import { readValidators } from './read-validators.ts'

const MOST_IN_PANEL = 20

/** Reads a question. Reports every fault, and goes on as long as the name can be used by conditions. */
export function readQuestion(
  type: QuestionType,
  fields: Fields,
  taken: TakenNames,
  reading: Reading,
): DraftQuestion | null {
  const from = reading.texts.length
  const name = readName(fields, taken, reading.list)
  const read = readByType(type, fields, name ?? '', () => readInner(fields, reading), reading)
  const { question, drafts } = readValidators(fields, read.question, reading)
  const requiredIf = conditionOf(fields, 'requiredIf')
  if (fields.boolean('isRequired') !== undefined && requiredIf)
    reading.list.hint('requiredTwice', pointer(fields.path, 'isRequired'), { element: fields.element })
  if (name === undefined) return null
  const inner = read.inner ?? []
  const ofInner = new Set(inner.flatMap(({ texts }) => texts))
  return {
    kind: 'question',
    name,
    question,
    unsure: isUnsure(fields, read.question),
    ...guardsOf(fields),
    requiredIf,
    validators: drafts,
    guards: read.guards ?? [],
    ofItems: read.ofItems ?? [],
    inner,
    texts: reading.texts.slice(from).filter((text) => !ofInner.has(text)),
  }
}

/** Whether less was understood of it than was written. */
function isUnsure(fields: Fields, question: Question): boolean {
  const lost = (property: string, kept: number): boolean => (fields.list(property)?.length ?? 0) > kept
  switch (question.type) {
    case 'matrix':
      return lost('rows', question.rows.length) || lost('columns', question.columns.length)
    case 'multipletext':
      return lost('items', question.items.length)
    case 'rating':
      return question.options.length === 0 || lost('rateValues', question.options.length)
    case 'text':
      return (fields.string('inputType') ?? 'text') !== 'text'
    default:
      return 'options' in question && (question.options.length === 0 || lost('choices', question.options.length))
  }
}

/** The questions of a paneldynamic: their names are keys of its answer, so they are taken there only. */
function readInner(owner: Fields, reading: Reading): readonly DraftQuestion[] {
  const items = listedItems(owner, 'templateElements', MOST_IN_PANEL, 'questions', reading)
  if (owner.list('templateElements')?.length === 0)
    reading.list.block('tooFewRows', pointer(owner.path, 'templateElements'), { element: owner.element })
  const taken: TakenNames = new Map()
  return items.flatMap((item, index) => {
    const path = pointer(owner.path, 'templateElements', index)
    const typed = readTyped(item, path, owner.element, PANEL_QUESTION_TYPES, reading)
    if (!typed) return []
    const { type, fields } = typed
    if (fields.has('blocking'))
      reading.list.block('propertyNotHere', pointer(path, 'blocking'), {
        property: 'blocking',
        element: fields.element,
        goesWith: 'a question of a page',
      })
    if (type === null) return unreadable(fields, taken, reading) ?? []
    return readQuestion(type, fields, taken, reading) ?? []
  })
}

/** A question of no known type: others may still name it, so that one fault is not reported as two. */
export function unreadable(fields: Fields, taken: TakenNames, reading: Reading): DraftQuestion | null {
  const name = readName(fields, taken, reading.list)
  if (name === undefined) return null
  const nothing = { visibleIf: null, enableIf: null, requiredIf: null, question: null, unsure: true }
  return { kind: 'question', name, ...nothing, validators: [], guards: [], ofItems: [], inner: [], texts: [] }
}
