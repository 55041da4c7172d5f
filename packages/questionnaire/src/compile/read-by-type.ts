import type { ChoiceQuestion, InputQuestion, Question } from '@klankbord/model'
import type { DraftQuestion } from './draft.ts'
import type { Fields } from './fields.ts'
import { MEASUREMENT_LEVELS, type QuestionType } from './profile.ts'
import { readBoolean } from './read-boolean.ts'
import { readChoices, readRanked, readSelected, reportHiddenLabels } from './read-choices.ts'
import { readHelpLine } from './read-help-lines.ts'
import { asQuestion, readInput } from './read-input.ts'
import { readItems } from './read-items.ts'
import { SEVERAL_LINES, lengthUpTo, readLength, readLimit, reportContradiction, WHOLE } from './read-limits.ts'
import { readRows } from './read-matrix.ts'
import { readMedia } from './read-media.ts'
import { readOneOf } from './read-one-of.ts'
import { readOptions } from './read-options.ts'
import { readRating } from './read-rating.ts'
import type { Reading } from './reading.ts'

const MOST_PANELS = 10
/** In characters of a data address: a drawing of a finger on a tablet is seldom a tenth of it. */
const SIGNATURE = 200_000

/** What a question of a type is, with what of its parts is still text. */
export type ReadQuestion = { readonly question: Question } & Partial<
  Pick<DraftQuestion, 'guards' | 'ofItems' | 'inner'>
>

/**
 * Reads what a question of this type is, its conditions left out.
 * `inside` reads the questions of a paneldynamic, which cannot be read without knowing all types.
 */
export function readByType(
  type: QuestionType,
  fields: Fields,
  name: string,
  inside: () => readonly DraftQuestion[],
  reading: Reading,
): ReadQuestion {
  const base = readBase(fields, name, reading)
  switch (type) {
    case 'radiogroup':
    case 'dropdown': {
      const { own, guards } = readChoices(fields, 'single', reading)
      return { question: { ...base, type, ...own }, guards }
    }
    case 'checkbox': {
      const { own, guards } = readChoices(fields, 'several', reading)
      return { question: { ...base, type, ...own, ...readSelected(fields, own.options, reading) }, guards }
    }
    case 'imagepicker':
      return readImagepicker(base, fields, reading)
    case 'ranking': {
      const { own, guards } = readChoices(fields, 'ranked', reading)
      return { question: { ...base, type, options: own.options, ...readRanked(fields, own.options, reading) }, guards }
    }
    case 'rating':
      return { question: { ...base, type, options: readRating(fields, reading) } }
    case 'boolean':
      return { question: { ...base, type, ...readBoolean(fields, reading) } }
    case 'comment':
      return { question: { ...base, type, maxLength: readLength(fields, SEVERAL_LINES, reading) } }
    case 'text':
      return { question: asQuestion(base, readInput(fields, reading)) }
    case 'matrix':
      return readMatrix(base, fields, reading)
    case 'multipletext': {
      const items = readItems(fields, base.sensitive, reading)
      const ofItems = items.map(({ validators }) => validators)
      return { question: { ...base, type, items: items.map(({ item }) => item) }, ofItems }
    }
    case 'paneldynamic':
      return readPanelDynamic(base, fields, inside, reading)
    case 'signaturepad':
      return { question: { ...base, type, maxLength: SIGNATURE } }
  }
}

type Base = Omit<InputQuestion, 'type' | 'maxLength' | 'min' | 'max' | 'step'>

function readBase(fields: Fields, name: string, reading: Reading): Base {
  const description = fields.text('description')
  const prompt = fields.text('prompt')
  const measurement = readOneOf(fields, 'measurement', MEASUREMENT_LEVELS, reading)
  const helpLine = readHelpLine(fields, reading)
  return {
    name,
    path: fields.path,
    title: fields.neededText('title'),
    ...(description && { description }),
    ...(prompt && { prompt }),
    required: fields.boolean('isRequired') === true,
    ...(fields.boolean('blocking') === true && { blocking: true }),
    ...(fields.boolean('outcomeOnly') === true && { outcomeOnly: true }),
    sensitive: fields.boolean('sensitive') === true,
    ...(measurement && { measurement }),
    ...labels(fields),
    ...readMedia(fields, reading),
    ...(helpLine.length > 0 && { helpLine }),
  }
}

function labels(fields: Fields): Partial<Record<'topic' | 'theme' | 'scale' | 'benchmarkKey', string>> {
  const entries = (['topic', 'theme', 'scale', 'benchmarkKey'] as const).flatMap((property) => {
    const written = fields.string(property)
    return written === undefined ? [] : [[property, written] as const]
  })
  return Object.fromEntries(entries)
}

/** With `multiSelect` it is a checkbox with pictures, since several answers are another shape of answer. */
function readImagepicker(base: Base, fields: Fields, reading: Reading): ReadQuestion {
  reportHiddenLabels(fields, reading)
  const several = fields.boolean('multiSelect') === true
  const { own, guards } = readChoices(fields, several ? 'severalImages' : 'images', reading)
  if (several) return { question: { ...base, type: 'checkbox', ...own, images: true }, guards }
  return { question: { ...base, type: 'imagepicker', ...own }, guards }
}

function readMatrix(base: Base, fields: Fields, reading: Reading): ReadQuestion {
  const rows = readRows(fields, reading)
  const columns = readOptions(fields, 'columns', 'columns', reading).map(({ option }) => option)
  const eachRowRequired = fields.boolean('eachRowRequired') === true
  const question: Question = { ...base, type: 'matrix', rows: rows.map(({ row }) => row), columns, eachRowRequired }
  return { question, guards: rows }
}

function readPanelDynamic(
  base: Base,
  fields: Fields,
  inside: () => readonly DraftQuestion[],
  reading: Reading,
): ReadQuestion {
  if (!fields.wrote('maxPanelCount'))
    reading.list.block('missingProperty', fields.path, { property: 'maxPanelCount', element: fields.element })
  const minPanels = readLimit(fields, 'minPanelCount', WHOLE, reading) ?? 0
  const maxPanels = readLimit(fields, 'maxPanelCount', lengthUpTo(MOST_PANELS), reading) ?? MOST_PANELS
  reportContradiction(fields, ['minPanelCount', minPanels], ['maxPanelCount', maxPanels], reading)
  const templateTitle = fields.text('templateTitle')
  const inner = inside()
  const questions = inner.flatMap(({ question }) => (question ? [question as ChoiceQuestion | InputQuestion] : []))
  const question: Question = {
    ...base,
    type: 'paneldynamic',
    questions,
    ...(templateTitle && { templateTitle }),
    minPanels,
    maxPanels,
  }
  return { question, inner }
}
