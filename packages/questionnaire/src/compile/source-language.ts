import { pointer, type Json, type LanguageCode } from '@klankbord/model'
import { shown, type FindingList } from './finding-list.ts'
import { isLanguage, rewritten } from './read-text.ts'
import { isObject, type JsonObject } from './snapshot.ts'

const USUAL = 'nl'
/** Fewer titles say too little about what their author meant. */
const FEW_TITLES = 3

/**
 * The language that the texts of a definition were written in: `locale`, or Dutch. Where no title has it, that is one
 * finding, and the language that most have is taken for it, so that not every text is complained of.
 */
export function sourceLanguage(definition: JsonObject, list: FindingList): LanguageCode {
  const language = localeOf(definition, list)
  const titles = titlesIn(definition)
  const perLanguage = titles.flatMap((title) => (isObject(title) ? [Object.keys(title)] : []))
  const isThere = perLanguage.some((keys) => keys.includes(language) || keys.includes('default'))
  if (titles.length < FEW_TITLES || perLanguage.length < titles.length || isThere) return language
  const found = byUse(perLanguage.flat().filter(isLanguage))
  const [most] = found
  if (most === undefined) return language
  list.block('sourceLanguageUnused', pointer('', 'locale'), { language, found }, () => most)
  return most
}

function localeOf(definition: JsonObject, list: FindingList): LanguageCode {
  const locale = definition['locale']
  if (typeof locale !== 'string' || locale === '') return USUAL
  if (isLanguage(locale)) return locale
  list.block('unknownLanguage', '/locale', { language: shown(locale), element: 'questionnaire' }, () =>
    rewritten(locale),
  )
  return USUAL
}

/** Every title of the questionnaire, its pages and what stands on them. */
function titlesIn(part: Json): readonly Json[] {
  if (!isObject(part)) return []
  const object = part as JsonObject
  const inside = ['pages', 'elements'].flatMap((property) => {
    const items = object[property]
    return Array.isArray(items) ? (items as readonly Json[]) : []
  })
  const { title } = object
  return [...(title === undefined ? [] : [title]), ...inside.flatMap(titlesIn)]
}

/** The languages, those that are used most first. */
function byUse(languages: readonly LanguageCode[]): readonly LanguageCode[] {
  const uses = new Map<LanguageCode, number>()
  for (const language of languages) uses.set(language, (uses.get(language) ?? 0) + 1)
  return [...uses]
    .toSorted(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    .map(([language]) => language)
}
