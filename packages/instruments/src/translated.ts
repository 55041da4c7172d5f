import type { Json, LanguageCode, TranslatedText } from '@klankbord/model'

/** Texts of one language by their key; a text that nobody translated is left out. */
export type SomeTexts = Readonly<Record<string, string>>

/**
 * The translations of a catalogue beside their Dutch, for review.
 *
 * @param place where the texts stand, like `wmo-client-experience`
 * @param promises keys of texts by which people decide whether they take part
 * @example translationsOf('scales', { yes: 'Ja' }, { pl: { yes: 'Tak' } })[0]?.key // 'scales/yes'
 */
export function translationsOf(
  place: string,
  dutch: SomeTexts,
  translations: Readonly<Record<LanguageCode, SomeTexts>>,
  promises: readonly string[] = [],
): readonly TranslatedText[] {
  return Object.entries(translations).flatMap(([language, texts]) =>
    Object.entries(texts).map(([key, text]) => ({
      key: `${place}/${key}`,
      language,
      source: dutch[key] ?? '',
      text,
      promise: promises.includes(key),
    })),
  )
}

/**
 * A definition with these translations in every text that has their Dutch words. What a text says already in a language
 * stays; a text that nobody translated stays as it is.
 *
 * @example translated({ title: { nl: 'Ja' } }, [yesInPolish]) // { title: { nl: 'Ja', pl: 'Tak' } }
 */
export function translated(definition: Json, texts: readonly TranslatedText[]): Json {
  const bySource = new Map<string, Record<LanguageCode, string>>()
  for (const { source, language, text } of texts) {
    const known = bySource.get(source) ?? {}
    bySource.set(source, { ...known, [language]: text })
  }
  const within = (value: Json): Json => {
    if (value === null || typeof value !== 'object') return value
    if (isList(value)) return value.map(within)
    if (typeof value['nl'] === 'string') return { ...value, ...bySource.get(value['nl']), ...value }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, item === undefined ? item : within(item)]),
    )
  }
  return within(definition)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
