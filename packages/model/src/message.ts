import { IntlMessageFormat } from 'intl-messageformat'
import type { LanguageCode } from './language.ts'
import { problem } from './problem.ts'

/** The interface texts of one language: key to ICU message. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>

const NO_TEXTS: Partial<Catalogue> = {}
// A value with a format ("{n, plural, …}"), or a sign that is quoted.
const NEEDS_FORMAT = /\{\s*\w+\s*,|''|'[{}<>]/
const VALUE = /\{\s*(\w+)\s*\}/g

/** Gives the text of a key, filled with values. */
export type Translate<Key extends string = string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string

/**
 * A translator over message catalogues. Falls back on the first catalogue for a language or a key
 * that is missing, so a half-translated language still shows every text.
 *
 * @param catalogues language to catalogue; the first one is complete
 * @example
 * const t = translator({ nl: { of: 'Vraag {n} van {total}' } }, 'nl')
 * t('of', { n: 1, total: 9 }) // 'Vraag 1 van 9'
 * @throws Problem `unknownMessage` when no catalogue has the key
 */
export function translator<Key extends string>(
  catalogues: Readonly<Record<LanguageCode, Partial<Catalogue<Key>>>>,
  language: LanguageCode,
): Translate<Key> {
  const [fallbackLanguage, fallback] = Object.entries(catalogues)[0] ?? ['nl', NO_TEXTS]
  const own = catalogues[language]
  const compiled = new Map<Key, IntlMessageFormat>()
  const textOf = (key: Key): string => {
    const text = own?.[key] ?? fallback[key]
    if (text === undefined) throw problem('unknownMessage', { key, language })
    return text
  }
  const compile = (key: Key, text: string): IntlMessageFormat =>
    new IntlMessageFormat(text, own?.[key] === undefined ? fallbackLanguage : language, undefined, { ignoreTag: true })
  return (key, values) => {
    const text = textOf(key)
    const plain = NEEDS_FORMAT.test(text) ? null : filled(text, values)
    if (plain !== null) return plain
    const message = compiled.get(key) ?? compile(key, text)
    compiled.set(key, message)
    return String(message.format(values))
  }
}

/** A text with its values; null where one is missing or not closed, which the parser of messages has to say. */
function filled(text: string, values: Readonly<Record<string, string | number>> = {}): string | null {
  if (!text.includes('{') && !text.includes('}')) return text
  const names = [...text.matchAll(VALUE)].map(([, name = '']) => name)
  const isWhole = text.split('{').length === names.length + 1 && text.split('}').length === names.length + 1
  if (!isWhole || !names.every((name) => Object.hasOwn(values, name))) return null
  return text.replaceAll(VALUE, (_, name: string) => String(values[name]))
}
