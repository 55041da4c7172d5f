import { IntlMessageFormat } from 'intl-messageformat'
import type { LanguageCode } from './language.ts'
import { problem } from './problem.ts'

/** The interface texts of one language: key to ICU message. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>

const NO_TEXTS: Partial<Catalogue> = {}

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
  const compile = (key: Key): IntlMessageFormat => {
    const text = own?.[key] ?? fallback[key]
    if (text === undefined) throw problem('unknownMessage', { key, language })
    return new IntlMessageFormat(text, own?.[key] === undefined ? fallbackLanguage : language, undefined, {
      ignoreTag: true,
    })
  }
  return (key, values) => {
    const message = compiled.get(key) ?? compile(key)
    compiled.set(key, message)
    return String(message.format(values))
  }
}
