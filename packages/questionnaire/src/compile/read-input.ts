import {
  pointer,
  type DateQuestion,
  type InputQuestion,
  type NumberQuestion,
  type TextQuestion,
} from '@klankbord/model'
import type { Fields } from './fields.ts'
import { INPUT_TYPES } from './profile.ts'
import { EXACT, ONE_LINE, POSITIVE, readDateLimit, readLength, readLimit, reportContradiction } from './read-limits.ts'
import { readOneOf } from './read-one-of.ts'
import type { Reading } from './reading.ts'
import { kindOf } from './snapshot.ts'

type InputType = (typeof INPUT_TYPES)[number]

/** What the limits of an input go with, in words. */
const HOMES: Readonly<Record<string, readonly InputType[]>> = {
  min: ['number', 'date', 'month'],
  max: ['number', 'date', 'month'],
  step: ['number'],
  maxLength: ['text', 'email'],
}

/** What an input is beside its name and title. */
export type Input =
  | Pick<NumberQuestion, 'type' | 'min' | 'max' | 'step'>
  | Pick<DateQuestion, 'type' | 'min' | 'max'>
  | Pick<TextQuestion, 'type' | 'maxLength'>

/** An input with what every question has. */
export function asQuestion(base: Omit<TextQuestion, 'type' | 'maxLength'>, input: Input): InputQuestion {
  return { ...base, ...input }
}

/** Reads a text question, or an item of a multipletext, by its `inputType`. */
export function readInput(fields: Fields, reading: Reading): Input {
  const type = fields.has('inputType') ? (readOneOf(fields, 'inputType', INPUT_TYPES, reading) ?? 'text') : 'text'
  for (const [property, types] of Object.entries(HOMES))
    if (fields.has(property) && !types.includes(type))
      reading.list.block('propertyNotHere', pointer(fields.path, property), {
        property,
        element: fields.element,
        goesWith: `inputType ${types.join(' and ')}`,
      })
  if (type === 'number') return readNumber(fields, reading)
  if (type === 'date' || type === 'month') return readDate(type, fields, reading)
  return { type, maxLength: readLength(fields, ONE_LINE, reading) }
}

function readNumber(fields: Fields, reading: Reading): Input {
  for (const property of ['min', 'max'])
    if (typeof fields.raw(property) === 'string')
      reading.list.block('wrongPropertyType', pointer(fields.path, property), {
        property,
        element: fields.element,
        expected: 'a number',
        found: kindOf(fields.raw(property)),
      })
  const min = readLimit(fields, 'min', EXACT, reading)
  const max = readLimit(fields, 'max', EXACT, reading)
  const step = readLimit(fields, 'step', POSITIVE, reading)
  reportContradiction(fields, ['min', min], ['max', max], reading)
  return {
    type: 'number',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined ? {} : { step }),
  }
}

function readDate(type: 'date' | 'month', fields: Fields, reading: Reading): Input {
  const min = readDateLimit(fields, 'min', type, reading)
  const max = readDateLimit(fields, 'max', type, reading)
  reportContradiction(fields, ['min', min], ['max', max], reading)
  return { type, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}
