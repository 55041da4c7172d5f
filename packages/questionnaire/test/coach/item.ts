import type { Json } from '@klankbord/model'

/** One question of an item, in the shape of `items/README.md`. */
export interface QuestionItem {
  readonly title: string
  readonly type: string
  readonly options?: readonly string[]
  readonly rows?: readonly string[]
  readonly description?: string
  readonly ways_out?: readonly string[]
}

/** A text, a question, or the questions of one questionnaire. */
export type Item = string | QuestionItem | readonly QuestionItem[]

/** What a file of items holds. */
export interface ItemFile {
  readonly rule: string
  readonly meaning: string
  readonly positive: readonly Item[]
  readonly nearMiss: readonly Item[]
}

const WAYS_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nl: { dontKnow: 'Weet ik niet', refused: 'Wil ik niet zeggen' },
  en: { dontKnow: 'I don’t know', refused: 'I’d rather not say' },
}
const NONE: Readonly<Record<string, string>> = { nl: 'Geen van deze', en: 'None of these' }

/** The definition of a questionnaire that holds an item and nothing else. */
export function definitionOf(item: Item, language: string): Json {
  const items = typeof item === 'string' ? [{ title: item, type: 'comment' }] : 'title' in item ? [item] : item
  const elements = items.map((question, index) => element(question, `q${index}`, language))
  return {
    title: { nl: 'Vragen', en: 'Questions' }[language] ?? '',
    locale: language,
    pages: [{ name: 'page', elements }],
  }
}

function element(item: QuestionItem, name: string, language: string): Json {
  const { title, description, type } = item
  const texts = { type, name, title, ...(description === undefined ? {} : { description }) }
  const choices = optionsOf(item, language)
  switch (type) {
    case 'matrix':
      return { ...texts, columns: choices, rows: (item.rows ?? []).map((text, at) => ({ value: `r${at + 1}`, text })) }
    case 'rating':
      return { ...texts, rateValues: choices }
    case 'multipletext':
      return { ...texts, items: (item.options ?? []).map((text, at) => ({ name: `i${at + 1}`, title: text })) }
    case 'paneldynamic':
      return { ...texts, maxPanelCount: 3, templateElements: [{ type: 'text', name: `${name}_a`, title }] }
    case 'imagepicker':
      return { ...texts, choices: choices.map((choice) => ({ ...choice, imageLink: '/pictures/one.svg' })) }
    case 'radiogroup':
    case 'checkbox':
    case 'dropdown':
    case 'ranking':
      return { ...texts, choices }
    default:
      return texts
  }
}

function optionsOf(
  { options = [], ways_out = [], type }: QuestionItem,
  language: string,
): readonly { readonly [key: string]: Json }[] {
  const offered = options.map((text, at) => ({ value: at + 1, text }))
  if (type === 'ranking') return offered
  const empties = ways_out.filter((way) => way !== 'none')
  return [
    ...offered,
    ...(ways_out.includes('none')
      ? [{ value: 90, text: NONE[language] ?? '', ...(type === 'checkbox' ? { exclusive: true } : {}) }]
      : []),
    ...empties.map((missingReason) => ({
      value: missingReason === 'dontKnow' ? -3 : -4,
      text: WAYS_OUT[language]?.[missingReason] ?? '',
      missingReason,
    })),
  ]
}
