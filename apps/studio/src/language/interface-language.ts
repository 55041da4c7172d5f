/** The languages of the studio itself. */
export const INTERFACE_LANGUAGES = ['nl', 'en'] as const
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number]

/**
 * The language to start in: the one chosen before, else the first of the browser's languages that there is,
 * else Dutch.
 *
 * @example chooseLanguage(null, ['de-DE', 'en-GB']) // 'en'
 */
export function chooseLanguage(remembered: string | null, preferred: readonly string[]): InterfaceLanguage {
  const known = (tag: string | null): InterfaceLanguage | undefined =>
    INTERFACE_LANGUAGES.find((language) => tag?.toLowerCase().split('-')[0] === language)
  return known(remembered) ?? preferred.map(known).find((language) => language !== undefined) ?? 'nl'
}

/** The other language, to switch to. */
export function otherLanguage(language: InterfaceLanguage): InterfaceLanguage {
  return language === 'nl' ? 'en' : 'nl'
}
