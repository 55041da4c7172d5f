import { pointer } from '@klankbord/model'
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
    ...guardsOf(fields),
    requiredIf,
    validators: drafts,
    guards: read.guards ?? [],
    ofItems: read.ofItems ?? [],
    inner,
    texts: reading.texts.slice(from).filter((text) => !ofInner.has(text)),
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
  const nothing = { visibleIf: null, enableIf: null, requiredIf: null, question: null }
  return { kind: 'question', name, ...nothing, validators: [], guards: [], ofItems: [], inner: [], texts: [] }
}
