import { pointer, type Json, type Question } from '@klankbord/model'
import { conditionOf, type ConditionSource } from './condition-source.ts'
import { readFields } from './fields.ts'
import { shown } from './finding-list.ts'
import { ELEMENT_TYPES, QUESTION_PROPERTIES, TYPE_PROPERTIES, isElementType, type ElementType } from './profile.ts'
import { readByType } from './read-by-type.ts'
import { readName, type TakenNames } from './read-name.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'
import { nearest } from './suggest.ts'

/** A question whose conditions are still texts. */
export interface DraftQuestion {
  readonly element: string
  readonly name: string
  /** Null when it has faults that leave nothing to ask about. */
  readonly question: Question | null
  readonly visibleIf: ConditionSource | null
  readonly requiredIf: ConditionSource | null
}

/** Reads one element. Reports every fault, and goes on as long as the name can be used by conditions. */
export function readQuestion(value: Json, path: string, taken: TakenNames, reading: Reading): DraftQuestion | null {
  const { list } = reading
  if (!isObject(value)) {
    list.block('wrongPropertyType', path, {
      property: 'question',
      element: 'page',
      expected: 'an object',
      found: kindOf(value),
    })
    return null
  }
  const object = value as JsonObject
  const type = readType(object, path, reading)
  const label = `${type ?? 'question'} ${shown(typeof object['name'] === 'string' ? object['name'] : '(without a name)')}`
  const fields = type
    ? readFields(object, path, label, { ...QUESTION_PROPERTIES, ...TYPE_PROPERTIES[type] }, reading)
    : readFields({ name: object['name'] ?? '' }, path, label, QUESTION_PROPERTIES, reading)
  const name = readName(fields, taken, list)
  const question = type && readByType(type, fields, name ?? '', reading)
  if (name === undefined) return null
  if (fields.boolean('isRequired') !== undefined && fields.has('requiredIf'))
    list.hint('requiredTwice', pointer(path, 'isRequired'), { element: label })
  return {
    element: label,
    name,
    question,
    visibleIf: conditionOf(fields, 'visibleIf'),
    requiredIf: conditionOf(fields, 'requiredIf'),
  }
}

function readType(object: JsonObject, path: string, reading: Reading): ElementType | null {
  const type = object['type']
  const element = `question at ${path}`
  if (type === undefined) reading.list.block('missingProperty', path, { property: 'type', element })
  else if (typeof type !== 'string')
    reading.list.block('wrongPropertyType', pointer(path, 'type'), {
      property: 'type',
      element,
      expected: 'a string',
      found: kindOf(type),
    })
  else if (isElementType(type)) return type
  else
    reading.list.block('unknownElementType', pointer(path, 'type'), { type: shown(type), known: ELEMENT_TYPES }, () =>
      nearest(type, ELEMENT_TYPES),
    )
  return null
}
