import { pointer, type MultipleChoiceQuestion, type NumberQuestion, type Option, type Question } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { INPUT_TYPES, type ElementType } from './profile.ts'
import { readBoolean } from './read-boolean.ts'
import { EXACT, POSITIVE, WHOLE, lengthUpTo, readLimit, reportContradiction } from './read-limits.ts'
import { readOneOf } from './read-one-of.ts'
import { readOptions } from './read-options.ts'
import { readRating } from './read-rating.ts'
import type { Reading } from './reading.ts'

const MOST_WORDS = 10_000
const ONE_LINE = 250
const SEVERAL_LINES = 4000

/** Reads what a question of this type is, its conditions left out. */
export function readByType(type: ElementType, fields: Fields, name: string, reading: Reading): Question | null {
  const description = fields.text('description')
  const prompt = fields.text('prompt')
  const base = {
    name,
    path: fields.path,
    title: fields.neededText('title'),
    ...(description && { description }),
    ...(prompt && { prompt }),
    required: fields.boolean('isRequired') === true,
    sensitive: fields.boolean('sensitive') === true,
    ...labels(fields),
  }
  switch (type) {
    case 'radiogroup':
      return { ...base, type, options: choices(fields, reading) }
    case 'checkbox':
      return { ...base, type, ...readCheckbox(fields, reading) }
    case 'rating':
      return { ...base, type, options: readRating(fields, reading) }
    case 'boolean':
      return { ...base, type, options: readBoolean(fields, reading) }
    case 'comment':
      return { ...base, type, maxLength: readLength(fields, SEVERAL_LINES, reading) }
    case 'text':
      return readInput(base, fields, reading)
  }
}

type Base = Omit<NumberQuestion, 'type' | 'min' | 'max' | 'step'>

const readLength = (fields: Fields, otherwise: number, reading: Reading): number =>
  readLimit(fields, 'maxLength', lengthUpTo(MOST_WORDS), reading) ?? otherwise

function labels(fields: Fields): Partial<Record<'topic' | 'theme' | 'scale' | 'benchmarkKey', string>> {
  const entries = (['topic', 'theme', 'scale', 'benchmarkKey'] as const).flatMap((property) => {
    const written = fields.string(property)
    return written === undefined ? [] : [[property, written] as const]
  })
  return Object.fromEntries(entries)
}

function choices(fields: Fields, reading: Reading): readonly Option[] {
  if (!fields.wrote('choices'))
    reading.list.block('missingProperty', fields.path, { property: 'choices', element: fields.element })
  return readOptions(fields, 'choices', reading)
}

/** As in SurveyJS, 0 means no limit. */
function readCheckbox(
  fields: Fields,
  reading: Reading,
): Pick<MultipleChoiceQuestion, 'options' | 'minSelected' | 'maxSelected'> {
  const options = choices(fields, reading)
  const minSelected = readLimit(fields, 'minSelectedChoices', WHOLE, reading) || undefined
  const maxSelected = readLimit(fields, 'maxSelectedChoices', WHOLE, reading) || undefined
  reportContradiction(fields, ['minSelectedChoices', minSelected], ['maxSelectedChoices', maxSelected], reading)
  const together = options.filter((option) => option.empty === undefined && option.exclusive !== true).length
  if (minSelected !== undefined && together > 0 && minSelected > together)
    reading.list.block('limitOutOfRange', pointer(fields.path, 'minSelectedChoices'), {
      property: 'minSelectedChoices',
      element: fields.element,
      expected: `at most ${together}, the options that can be chosen together`,
    })
  return { options, ...(minSelected && { minSelected }), ...(maxSelected && { maxSelected }) }
}

function readInput(base: Base, fields: Fields, reading: Reading): Question {
  const numeric = fields.has('inputType') && readOneOf(fields, 'inputType', INPUT_TYPES, reading) === 'number'
  for (const property of numeric ? ['maxLength'] : ['min', 'max', 'step'])
    if (fields.has(property))
      reading.list.block('propertyNotHere', pointer(fields.path, property), {
        property,
        element: fields.element,
        goesWith: numeric ? 'inputType text' : 'inputType number',
      })
  if (!numeric) return { ...base, type: 'text', maxLength: readLength(fields, ONE_LINE, reading) }
  const min = readLimit(fields, 'min', EXACT, reading)
  const max = readLimit(fields, 'max', EXACT, reading)
  const step = readLimit(fields, 'step', POSITIVE, reading)
  reportContradiction(fields, ['min', min], ['max', max], reading)
  return {
    ...base,
    type: 'number',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined ? {} : { step }),
  }
}
