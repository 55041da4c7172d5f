import { pointer, type Json, type Question } from '@klankbord/model'
import { readFields, type Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { foldCounts } from './fold-counts.ts'
import type { Properties } from './profile.ts'
import { readValidator, type DraftValidator } from './read-validator.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'
export type { DraftValidator } from './read-validator.ts'

/** What each kind of validator of SurveyJS may have. */
const PROPERTIES = {
  numeric: { minValue: 'number', maxValue: 'number' },
  text: { minLength: 'number', maxLength: 'number', allowDigits: 'boolean' },
  email: {},
  regex: { regex: 'string', caseInsensitive: 'boolean' },
  expression: { expression: 'condition' },
  answercount: { minCount: 'number', maxCount: 'number' },
} as const satisfies Readonly<Record<string, Properties>>

type ValidatorType = keyof typeof PROPERTIES

const TYPES = Object.keys(PROPERTIES) as readonly ValidatorType[]

/** Words that people write for a kind of validator and that no edit distance finds. */
const SYNONYMS: ReadonlyMap<string, ValidatorType> = new Map([
  ['number', 'numeric'],
  ['range', 'numeric'],
  ['length', 'text'],
  ['pattern', 'regex'],
  ['regexp', 'regex'],
  ['condition', 'expression'],
])

const WORDS = 'comment, and text with inputType text or email'

/** With which questions a validator goes, in words. */
const GOES_WITH: Readonly<Record<ValidatorType, string>> = {
  numeric: 'text with inputType number',
  text: WORDS,
  email: WORDS,
  regex: WORDS,
  expression: 'every question',
  answercount: 'checkbox, ranking, and imagepicker with multiSelect',
}

const MOST_VALIDATORS = 20

/**
 * Reads the validators of a question or of an item. `answercount` becomes part of the limits of the question itself,
 * so the question comes back with them.
 */
export function readValidators<Kind extends Question>(
  fields: Fields,
  question: Kind,
  reading: Reading,
): { readonly question: Kind; readonly drafts: readonly DraftValidator[] } {
  const items = fields.list('validators') ?? []
  const path = pointer(fields.path, 'validators')
  if (items.length > MOST_VALIDATORS) {
    const what = `validators of ${fields.element}`
    reading.list.block('definitionTooLarge', path, { what, limit: MOST_VALIDATORS })
    return { question, drafts: [] }
  }
  let folded = question
  const drafts = items.flatMap((item, index): readonly DraftValidator[] => {
    const element = `validator ${index + 1} of ${fields.element}`
    const type = readType(item, pointer(path, index), element, reading)
    if (type === null) return []
    const own = readFields(item as JsonObject, pointer(path, index), element, propertiesOf(type), reading, HOMES)
    if (!fits(type, question)) {
      const details = { type, element: fields.element, goesWith: GOES_WITH[type] }
      reading.list.block('validatorNotHere', pointer(path, index), details)
      return []
    }
    if (type === 'answercount') {
      folded = foldCounts(own, fields, folded, reading)
      return []
    }
    const draft = readValidator(type, own, question, reading)
    return draft ? [draft] : []
  })
  reportTogether(drafts, fields.element, reading)
  return { question: folded, drafts }
}

const LIMITS = { range: ['minValue', 'maxValue'], length: ['minLength', 'maxLength'] } as const

/** Reports limits that contradict those of a validator before: no answer could pass both. */
function reportTogether(drafts: readonly DraftValidator[], element: string, reading: Reading): void {
  drafts.forEach((later, index) => {
    if (later.type !== 'range' && later.type !== 'length') return
    const [low, high] = LIMITS[later.type]
    for (const earlier of drafts.slice(0, index)) {
      if (earlier.type !== later.type) continue
      const isLow = later.min !== undefined && earlier.max !== undefined && later.min > earlier.max
      const isHigh = later.max !== undefined && earlier.min !== undefined && later.max < earlier.min
      if (!isLow && !isHigh) continue
      reading.list.block('contradictoryLimits', pointer(later.path, isLow ? low : high), { element, low, high })
      return
    }
  })
}

/** A limit of chosen options speaks with the sentence of the question, so it has none of its own. */
const propertiesOf = (type: ValidatorType): Properties => ({
  type: 'string',
  ...PROPERTIES[type],
  ...(type === 'answercount' ? {} : { text: 'text' }),
})

/** With which kinds of validators a property goes, in words. */
const HOMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TYPES.flatMap((type) => Object.keys(PROPERTIES[type]).map((property) => [property, type]))),
  text: 'the other validators',
}

function readType(item: Json, path: string, element: string, reading: Reading): ValidatorType | null {
  const wrong = (property: string, expected: string, found: Json): null => {
    const at = property === 'type' ? pointer(path, property) : path
    reading.list.block('wrongPropertyType', at, { property, element, expected, found: kindOf(found) })
    return null
  }
  if (!isObject(item)) return wrong('validator', 'an object', item)
  const type = (item as JsonObject)['type']
  const known = TYPES.find((each) => each === type)
  if (known !== undefined) return known
  if (type !== undefined && typeof type !== 'string') return wrong('type', 'a string', type)
  if (type === undefined) reading.list.block('missingProperty', path, { property: 'type', element })
  else
    reading.list.block(
      'unknownValidatorType',
      pointer(path, 'type'),
      { type: shown(type), element, known: TYPES },
      (near) => SYNONYMS.get(type.toLowerCase()) ?? near(type.replace(/validator$/i, ''), TYPES),
    )
  return null
}

function fits(type: ValidatorType, question: Question): boolean {
  if (type === 'expression') return true
  if (type === 'answercount') return question.type === 'checkbox' || question.type === 'ranking'
  if (type === 'numeric') return question.type === 'number'
  return question.type === 'text' || question.type === 'comment' || question.type === 'email'
}
