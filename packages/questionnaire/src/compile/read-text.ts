import { pointer, type Json, type LanguageCode, type LocalizedText } from '@klankbord/model'
import { shown } from './finding-list.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf } from './snapshot.ts'

/** ISO 639 with BCP 47 subtags, as SurveyJS names its languages. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Whether a code is one that every page can give to `lang`, and every engine takes for dates and numbers. */
export function isLanguage(code: string): code is LanguageCode {
  if (!LANGUAGE.test(code)) return false
  try {
    Intl.getCanonicalLocales(code)
    return true
  } catch {
    return false
  }
}

/**
 * Reads a text of the author: a string in the source language, or an object with one string per language,
 * where survey-core's key `default` is the source language. Texts are plain; markup in them is just text.
 *
 * @returns undefined where there is no text in the source language (reported when there is one in another)
 */
export function readText(
  value: Json | undefined,
  path: string,
  element: string,
  reading: Reading,
): LocalizedText | undefined {
  if (value === undefined) return undefined
  const before = reading.list.count
  const text = typeof value === 'string' ? { [reading.source]: value } : readLanguages(value, path, element, reading)
  const filled = Object.fromEntries(
    Object.entries(text)
      .filter(([, words]) => words.trim() !== '')
      .toSorted(bySourceThenName(reading.source)),
  )
  if (Object.keys(filled).length === 0) return undefined
  if (!Object.hasOwn(filled, reading.source)) {
    // Words that cannot be read were reported, and are not missing.
    if (!wrote(value, reading.source) || reading.list.count === before)
      reading.list.block('missingText', path, { property: reading.source, element })
    return undefined
  }
  reading.texts.push({ path, element, text: filled })
  return filled
}

/** The code that is only written differently: NL, or nl_BE. */
export function rewritten(code: string): LanguageCode | undefined {
  const candidate = code.trim().toLowerCase().replaceAll('_', '-')
  return isLanguage(candidate) ? candidate : undefined
}

const wrote = (value: Json, source: LanguageCode): boolean =>
  isObject(value) && (Object.hasOwn(value, source) || Object.hasOwn(value, 'default'))

/** One order of languages, whatever the order of the author's keys. */
const bySourceThenName =
  (source: LanguageCode) =>
  ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
    Number(b === source) - Number(a === source) || (a < b ? -1 : 1)

/** The words per language, as they are written; reports keys that are no language and values that are no words. */
export function readLanguages(
  value: Json,
  path: string,
  element: string,
  reading: Reading,
): Record<LanguageCode, string> {
  const result: Record<LanguageCode, string> = {}
  for (const [key, words] of Object.entries(isObject(value) ? value : {})) {
    const language = key === 'default' ? reading.source : key
    const at = pointer(path, shown(key))
    if (!isLanguage(language))
      reading.list.block('unknownLanguage', at, { language: shown(key), element }, () => rewritten(key))
    else if (typeof words !== 'string')
      reading.list.block('wrongPropertyType', at, {
        property: key,
        element,
        expected: 'a string',
        found: kindOf(words),
      })
    else if ((result[language] ?? words) !== words) reading.list.block('textGivenTwice', at, { language, element })
    else result[language] = words
  }
  return result
}
