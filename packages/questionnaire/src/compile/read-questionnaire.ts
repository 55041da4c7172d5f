import { pointer, type Json, type LanguageCode, type LocalizedText } from '@klankbord/model'
import { conditionOf, type ConditionSource } from './condition-source.ts'
import { readFields } from './fields.ts'
import { shown, type FindingList } from './finding-list.ts'
import { PAGE_PROPERTIES, QUESTIONNAIRE_PROPERTIES } from './profile.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readQuestion, type DraftQuestion } from './read-question.ts'
import { isLanguage } from './read-text.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

export interface DraftPage {
  readonly name: string
  readonly title?: LocalizedText
  readonly shortGroup: boolean
  readonly visibleIf: ConditionSource | null
  readonly questions: readonly DraftQuestion[]
}

/** A definition read completely, its conditions still texts. */
export interface Draft {
  readonly title: LocalizedText
  readonly description?: LocalizedText
  readonly pages: readonly DraftPage[]
  readonly reading: Reading
}

const SOURCE_LANGUAGE = 'nl'
const MOST_PAGES = 500
const MOST_QUESTIONS = 500
const ADVISED_GROUP = 6

/** Reads a definition by the profile and reports every fault of its shape. */
export function readQuestionnaire(definition: JsonObject, list: FindingList): Draft {
  const reading: Reading = { list, source: readLocale(definition, list), texts: [], ownTexts: [] }
  const fields = readFields(definition, '', 'questionnaire', QUESTIONNAIRE_PROPERTIES, reading)
  const title = fields.neededText('title')
  const description = fields.text('description')
  const items = fields.list('pages') ?? []
  if (!fields.wrote('pages')) list.block('missingProperty', '', { property: 'pages', element: 'questionnaire' })
  const written = items.reduce<number>((sum, page) => sum + elementsIn(page), 0)
  if (fields.has('pages') && written === 0 && items.every(isObject))
    list.block('noQuestions', '/pages', { pages: items.length })
  const pages = areTooMany(items.length, written, list) ? [] : readPages(items, reading)
  return { title, ...(description && { description }), pages, reading }
}

/** A definition beyond these is not read on: one finding says enough. */
function areTooMany(pages: number, questions: number, list: FindingList): boolean {
  if (pages > MOST_PAGES) list.block('definitionTooLarge', '/pages', { what: 'pages', limit: MOST_PAGES })
  if (questions > MOST_QUESTIONS)
    list.block('definitionTooLarge', '/pages', { what: 'questions', limit: MOST_QUESTIONS })
  return pages > MOST_PAGES || questions > MOST_QUESTIONS
}

function elementsIn(page: Json): number {
  const elements = isObject(page) ? page['elements'] : undefined
  return Array.isArray(elements) ? elements.length : 0
}

function readPages(items: readonly Json[], reading: Reading): readonly DraftPage[] {
  const names = { pages: new Map<string, string>(), questions: new Map<string, string>() }
  return items.flatMap((item, index) => readPage(item, index, names, reading) ?? [])
}

function readLocale(definition: JsonObject, list: FindingList): LanguageCode {
  const locale = definition['locale']
  if (typeof locale !== 'string' || locale === '') return SOURCE_LANGUAGE
  if (isLanguage(locale)) return locale
  list.block('unknownLanguage', '/locale', { language: shown(locale), element: 'questionnaire' })
  return SOURCE_LANGUAGE
}

function readPage(
  value: Json,
  index: number,
  names: { readonly pages: TakenNames; readonly questions: TakenNames },
  reading: Reading,
): DraftPage | null {
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
  const name = readName(fields, names.pages, reading.list) ?? `page${index + 1}`
  const title = fields.text('title')
  const elements = fields.list('elements') ?? []
  const shortGroup = fields.boolean('shortGroup') === true
  if (elements.length === 0) reading.list.hint('emptyPage', path, { element })
  if (shortGroup && elements.length > ADVISED_GROUP)
    reading.list.hint('longGroup', path, { element, questions: elements.length, limit: ADVISED_GROUP })
  const questions = elements.flatMap(
    (item, place) => readQuestion(item, pointer(path, 'elements', place), names.questions, reading) ?? [],
  )
  return {
    name,
    ...(title && { title }),
    shortGroup,
    visibleIf: conditionOf(fields, 'visibleIf'),
    questions,
  }
}
