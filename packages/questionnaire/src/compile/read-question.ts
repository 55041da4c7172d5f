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
  if (question.outcomeOnly === true)
    for (const property of ABOUT_A_VARIABLE)
      if (fields.has(property)) reportNotHere(property, 'a question whose answer is stored', fields, reading)
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

/** What is said of the variable of a question; an outcome is always as sensitive as can be. */
const ABOUT_A_VARIABLE = [
  'sensitive',
  'benchmarkKey',
  'scale',
  'measurement',
  'topic',
  'consent',
  'quoteConsent',
] as const

function reportNotHere(property: string, goesWith: string, { path, element }: Fields, reading: Reading): void {
  reading.list.block('propertyNotHere', pointer(path, property), { property, element, goesWith })
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
    for (const property of ['blocking', 'outcomeOnly', 'consent', 'quoteConsent', 'helpLine'])
      if (fields.has(property)) reportNotHere(property, 'a question of a page', fields, reading)
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
