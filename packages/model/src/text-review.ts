import { textHash } from './json.ts'
import type { LanguageCode } from './language.ts'

/** A text that respondents read, beside the text that it was translated from. */
export interface TranslatedText {
  /** Where it stands, like `pages/start` or `wmo-client-experience/t1`. */
  readonly key: string
  readonly language: LanguageCode
  readonly source: string
  /** Empty when there is no translation yet. */
  readonly text: string
  /**
   * It says what happens with answers, or asks whether somebody takes part. Who can't rely on these words can't
   * consent, so a language opens to respondents only when all of them are released.
   */
  readonly promise: boolean
}

/** Somebody who speaks the language says that a text says what its source says, or takes that back. */
export interface TextRelease {
  readonly language: LanguageCode
  readonly key: string
  /** `textHash` of the source as it was then. */
  readonly sourceHash: string
  /** `textHash` of the translation as it was then. */
  readonly textHash: string
  readonly by: string
  /** ISO date. */
  readonly on: string
  readonly takenBack: boolean
}

/** Who judged a text, and when. */
interface Judged {
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** Where a text stands. `outdated`: its source or its own words changed after somebody released it. */
export type Review =
  | ({ readonly state: 'released' } & Judged)
  | ({ readonly state: 'outdated' } & Judged)
  | { readonly state: 'unreviewed' }

/** Tells where a text stands. */
export type ReviewOf = (text: TranslatedText) => Review

/** How far the review of one language is, in different texts. */
export interface LanguageReview {
  readonly language: LanguageCode
  readonly texts: number
  /** Texts that nobody released as they are now, the outdated ones included. */
  readonly unreviewed: number
  readonly outdated: number
  /** Promises among the unreviewed. The language opens to respondents when there are none. */
  readonly promises: number
}

/** The makers of this project write in these themselves: Dutch is the source, English goes with it. */
export const MAKERS_LANGUAGES: readonly LanguageCode[] = ['nl', 'en']

const UNREVIEWED: Review = { state: 'unreviewed' }

/**
 * Reads the releases once, so that many texts can be looked up. A release is about words: the same words for the same
 * source are released wherever they stand, and the last that was said about them holds. What has no words is unreviewed.
 *
 * @param releases in the order in which they were made
 * @example reviewsFrom([releaseOf(text, { by: 'Ania', on: '2026-11-22' })])(text).state // 'released'
 */
export function reviewsFrom(releases: readonly TextRelease[]): ReviewOf {
  const byWords = new Map(releases.map((release) => [wordsKey(release), release]))
  const byPlace = new Map(releases.map((release) => [placeKey(release), release]))
  const languages = new Set(releases.map(({ language }) => language))
  return (text) => {
    if (text.text === '' || !languages.has(text.language)) return UNREVIEWED
    const same = byWords.get(wordsKey(releaseOf(text, { by: '', on: '' })))
    if (same !== undefined) return same.takenBack ? UNREVIEWED : { state: 'released', by: same.by, on: same.on }
    const before = byPlace.get(placeKey(text))
    return before === undefined || before.takenBack ? UNREVIEWED : { state: 'outdated', by: before.by, on: before.on }
  }
}

/** The release of a text as it is now. @param judged who speaks the language, and the ISO date */
export function releaseOf({ language, key, source, text }: TranslatedText, { by, on }: Judged): TextRelease {
  return { language, key, sourceHash: textHash(source), textHash: textHash(text), by, on, takenBack: false }
}

/** Counts how far a language is. Texts with the same source and words count once. */
export function reviewLanguage(
  language: LanguageCode,
  texts: readonly TranslatedText[],
  reviewOf: ReviewOf,
): LanguageReview {
  const wordsOf = ({ promise, source, text }: TranslatedText): string => JSON.stringify([promise, source, text])
  // Of the same words the first stands, so the last is put in the map first.
  const different = [...new Map(texts.toReversed().map((text) => [wordsOf(text), text])).values()]
  const open = different.flatMap((text) => {
    const { state } = reviewOf(text)
    return state === 'released' ? [] : [{ state, promise: text.promise }]
  })
  return {
    language,
    texts: different.length,
    unreviewed: open.length,
    outdated: open.filter(({ state }) => state === 'outdated').length,
    promises: open.filter(({ promise }) => promise).length,
  }
}

const wordsKey = ({ language, sourceHash, textHash: words }: TextRelease): string =>
  `${language} ${sourceHash} ${words}`

const placeKey = ({ language, key }: Pick<TextRelease, 'language' | 'key'>): string => `${language} ${key}`
