import type { LanguageCode } from '@klankbord/model'
import { RESUME_WORDS, wordIn, type ResumeWord } from './resume-words.ts'
import { lettersApart } from './letters-apart.ts'

/** What became of a word that somebody typed. */
export type ReadWord =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'missing' }
  /** It is no word of ours, or could be several: those that may be meant, in the language of the page. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] }

/** Most words that somebody is asked about. */
const MOST_NEAR = 3

const LANGUAGES: readonly LanguageCode[] = Object.keys(RESUME_WORDS[0]?.words ?? {})

/** What comes before a noun when it is said aloud. */
const ARTICLES = /^(?:de|het|een|the|an?|un|o|bir)\s+/u

/** Endings of several things, per language. */
const ENDINGS: Readonly<Record<LanguageCode, RegExp>> = {
  nl: /(?:en|s)$/u,
  en: /e?s$/u,
  pl: /[iyea]$/u,
  ro: /(?:uri|ul|i|e|le)$/u,
  ar: /(?:ات|ين)$/u,
  tr: /(?:lar|ler)$/u,
  uk: /[иіа]$/u,
}

/**
 * A word as somebody typed it, or had it spelled over the telephone: capitals, accents, an article, several instead of
 * one and one wrong letter make no difference as long as only one word can be meant. First in the language of the page, then in
 * all others; what could be different things in different languages is asked back.
 *
 * @example readWord('De Katten', 'nl') // { kind: 'known', name: 'cat' }
 */
export function readWord(typed: string, language: LanguageCode): ReadWord {
  const letters = plainLetters(typed)
  if (letters === '') return { kind: 'missing' }
  const others = LANGUAGES.filter((other) => other !== language)
  const here = exactly(letters, [language])
  if (here.length === 1) return known(here)
  const elsewhere = exactly(letters, others)
  const nearHere = roughly(letters, [language])
  const meant = new Set([...elsewhere, ...nearHere])
  if (meant.size === 1) return known([...meant])
  if (meant.size > 1) return asked([...meant], language)
  const nearElsewhere = roughly(letters, others)
  return nearElsewhere.length === 1
    ? known(nearElsewhere)
    : asked(nearElsewhere.length > 1 ? nearElsewhere : resembling(letters, language), language)
}

/**
 * Words that were all typed in one field: "regen, tafel en vogel". Null when there are not three.
 *
 * @example wordsInOneField('1. regen 2. tafel 3. vogel') // ['regen', 'tafel', 'vogel']
 */
export function wordsInOneField(typed: string): readonly string[] | null {
  const words = typed
    .split(/[\s,;،./+\d)]+/u)
    .filter((word) => word !== '' && !/^(?:de|het|een|en|the|an?|and|i|și|و|ve|і|та)$/iu.test(word))
  return words.length === 3 ? words : null
}

/** Letters only, and without what differs between keyboards: capitals, accents, points on and under, hyphens and spaces. */
export function plainLetters(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(ARTICLES, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/^ال(?=..)/u, '')
}

const PLAIN: ReadonlyMap<LanguageCode, ReadonlyMap<string, ResumeWord>> = new Map(
  LANGUAGES.map((language) => [
    language,
    new Map(RESUME_WORDS.map((word) => [plainLetters(wordIn(word, language)), word])),
  ]),
)

function exactly(letters: string, languages: readonly LanguageCode[]): readonly string[] {
  const found = languages.flatMap((language) => PLAIN.get(language)?.get(letters)?.name ?? [])
  return [...new Set(found)]
}

/** Words of these languages that are one letter off, or the same but for the ending of several. */
function roughly(letters: string, languages: readonly LanguageCode[]): readonly string[] {
  const found = languages.flatMap((language) => {
    const ending = ENDINGS[language]
    const single = ending === undefined ? letters : letters.replace(ending, '')
    const exact = PLAIN.get(language)?.get(single)
    if (exact !== undefined && single.length > 1) return [exact.name]
    return near(language, (word) => isOneOff(letters, word) || isOneOff(single, word))
  })
  return [...new Set(found)]
}

/** In words of two letters every letter counts. */
function isOneOff(letters: string, word: string): boolean {
  return letters.length > 2 && word.length > 2 && lettersApart(letters, word) <= 1
}

function resembling(letters: string, language: LanguageCode): readonly string[] {
  return near(language, (word) => {
    const begins = word.length > 2 && (letters.startsWith(word) || (letters.length > 2 && word.startsWith(letters)))
    return begins || (letters.length > 3 && lettersApart(letters, word) <= 2)
  })
}

function near(language: LanguageCode, fits: (word: string) => boolean): readonly string[] {
  return [...(PLAIN.get(language) ?? [])].flatMap(([word, { name }]) => (fits(word) ? [name] : []))
}

function known([name = '']: readonly string[]): ReadWord {
  return { kind: 'known', name }
}

function asked(names: readonly string[], language: LanguageCode): ReadWord {
  const words = RESUME_WORDS.filter(({ name }) => names.includes(name)).map((word) => wordIn(word, language))
  return { kind: 'unknown', near: words.slice(0, MOST_NEAR) }
}
