import { pointer, type LanguageCode, type LocalizedText } from '@klankbord/model'
import type { ConditionSource } from './condition-source.ts'
import { readFields } from './fields.ts'
import { shown, type FindingList } from './finding-list.ts'
import { PAGE_PROPERTIES, QUESTIONNAIRE_PROPERTIES } from './profile.ts'
import { readName, type TakenNames } from './read-name.ts'
import { conditionOf, readQuestion, type DraftQuestion } from './read-question.ts'
import { isLanguage } from './read-text.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

export interface DraftPage {
  readonly name: string
  readonly title?: LocalizedText
  readonly shortGroup: boolean
  /** How many questions its author wrote, those that cannot be read included. */
  readonly written: number
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
  if (items.length > MOST_PAGES) list.block('definitionTooLarge', '/pages', { what: 'pages', limit: MOST_PAGES })
  const names = { pages: new Map<string, string>(), questions: new Map<string, string>() }
  const pages = items.slice(0, MOST_PAGES).flatMap((item, index) => readPage(item, index, names, reading) ?? [])
  const questions = pages.reduce((sum, page) => sum + page.questions.length, 0)
  if (questions > MOST_QUESTIONS)
    list.block('definitionTooLarge', '/pages', { what: 'questions', limit: MOST_QUESTIONS })
  if (fields.has('pages') && pages.length === items.length && pages.every((page) => page.written === 0))
    list.block('noQuestions', '/pages', { pages: items.length })
  return { title, ...(description && { description }), pages, reading }
}

function readLocale(definition: JsonObject, list: FindingList): LanguageCode {
  const locale = definition['locale']
  if (typeof locale !== 'string' || locale === '') return SOURCE_LANGUAGE
  if (isLanguage(locale)) return locale
  list.block('unknownLanguage', '/locale', { language: shown(locale), element: 'questionnaire' })
  return SOURCE_LANGUAGE
}

function readPage(
  value: unknown,
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
  const questions = elements
    .slice(0, MOST_QUESTIONS + 1)
    .flatMap((item, place) => readQuestion(item, pointer(path, 'elements', place), names.questions, reading) ?? [])
  return {
    name,
    ...(title && { title }),
    shortGroup,
    visibleIf: conditionOf(fields, 'visibleIf'),
    questions,
    written: elements.length,
  }
}
