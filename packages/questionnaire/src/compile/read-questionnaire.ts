import { pointer, type HelpLine, type Json, type LocalizedText } from '@klankbord/model'
import { patternRoom } from '../pattern/pattern-room.ts'
import type { DraftGroup } from './draft.ts'
import { readFields, type Fields } from './fields.ts'
import { shown, type FindingList } from './finding-list.ts'
import { PAGE_PROPERTIES, QUESTIONNAIRE_PROPERTIES } from './profile.ts'
import { readCalculatedValues, type DraftCalculatedValue } from './read-calculated-values.ts'
import { readDurations, type DraftDuration } from './read-durations.ts'
import { readGroup, type Names } from './read-group.ts'
import { helpLineNames, readHelpLines } from './read-help-lines.ts'
import { readScales, type DraftScale } from './read-scales.ts'
import type { AuthoredText, Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'
import { sourceLanguage } from './source-language.ts'
import { sizeOf } from './size-of.ts'

/** A definition read completely, its conditions still texts. */
export interface Draft {
  readonly title: LocalizedText
  readonly description?: LocalizedText
  readonly practiceQuestion: boolean
  readonly contactAgain: boolean
  readonly helpLines: readonly HelpLine[]
  /** Its title and description, and those of its help lines. */
  readonly texts: readonly AuthoredText[]
  readonly pages: readonly DraftGroup[]
  readonly calculatedValues: readonly DraftCalculatedValue[]
  readonly scales: readonly DraftScale[]
  readonly durations: readonly DraftDuration[]
  readonly reading: Reading
}

const MOST_PAGES = 500
const MOST_QUESTIONS = 500

/** Reads a definition by the profile and reports every fault of its shape. */
export function readQuestionnaire(definition: JsonObject, list: FindingList): Draft {
  const reading: Reading = {
    list,
    source: sourceLanguage(definition, list),
    texts: [],
    ownTexts: [],
    patternRoom: patternRoom(),
    helpLines: helpLineNames(definition),
  }
  const fields = readFields(definition, '', 'questionnaire', QUESTIONNAIRE_PROPERTIES, reading)
  const title = fields.neededText('title')
  const description = fields.text('description')
  const helpLines = readHelpLines(fields, reading)
  const texts = [...reading.texts]
  const names: Names = { groups: new Map(), questions: new Map() }
  const pages = readPages(fields, names, reading)
  return {
    title,
    ...(description && { description }),
    practiceQuestion: fields.boolean('practiceQuestion') === true,
    contactAgain: fields.boolean('contactAgain') === true,
    helpLines,
    texts,
    pages,
    calculatedValues: readCalculatedValues(fields, names.questions, reading),
    scales: readScales(fields, names.questions, reading),
    durations: readDurations(fields, names.questions, reading),
    reading,
  }
}

/** A definition beyond the limits is not read on: one finding says enough. */
function readPages(fields: Fields, names: Names, reading: Reading): readonly DraftGroup[] {
  const { list } = reading
  const items = fields.list('pages') ?? []
  if (!fields.wrote('pages')) list.block('missingProperty', '', { property: 'pages', element: 'questionnaire' })
  const size = sizeOf(items)
  if (fields.has('pages') && size.questions === 0 && items.every(isObject))
    list.block('noQuestions', '/pages', { pages: items.length })
  const limits = [
    ['pages', items.length, MOST_PAGES],
    ['panels', size.panels, MOST_PAGES],
    ['questions', size.questions + size.notes, MOST_QUESTIONS],
  ] as const
  const passed = limits.filter(([, count, limit]) => count > limit)
  for (const [what, , limit] of passed) list.block('definitionTooLarge', '/pages', { what, limit })
  return passed.length > 0 ? [] : items.flatMap((item, index) => readPage(item, index, names, reading) ?? [])
}

function readPage(value: Json, index: number, names: Names, reading: Reading): DraftGroup | null {
  const path = pointer('/pages', index)
  if (!isObject(value)) {
    const found = kindOf(value)
    reading.list.block('wrongPropertyType', path, {
      property: 'page',
      element: 'questionnaire',
      expected: 'an object',
      found,
    })
    return null
  }
  const object = value as JsonObject
  const element = `page ${typeof object['name'] === 'string' ? shown(object['name']) : index + 1}`
  const fields = readFields(object, path, element, PAGE_PROPERTIES, reading)
  return readGroup(fields, `page${index + 1}`, 0, names, reading)
}
