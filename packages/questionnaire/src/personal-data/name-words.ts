import around from './words/around-names.json' with { type: 'json' }
import firstNames from './words/first-names.json' with { type: 'json' }
import notNames from './words/not-names.json' with { type: 'json' }
import surnames from './words/surnames.json' with { type: 'json' }

/** Every word of some rows, in small letters. */
function wordsOf(rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.toLowerCase().split(' ')))
}

const { alsoWords, ...byOrigin } = firstNames

/** First names that are common in the Netherlands; what is a word as well is in `AMBIGUOUS`. */
export const FIRST_NAMES: ReadonlySet<string> = wordsOf([...Object.values(byOrigin).flat(), ...alsoWords])
/** First names that are a word too, in Dutch or in English: only a capital inside a sentence makes them one. */
export const AMBIGUOUS: ReadonlySet<string> = wordsOf(alsoWords)
export const SURNAMES: ReadonlySet<string> = wordsOf(surnames)
/** Surnames that are no word and no first name, so that they need no capital. */
export const SURNAMES_ONLY: ReadonlySet<string> = wordsOf(around.surnamesOnly)
/** How people are addressed: a name follows, with or without "van". */
export const TITLES: ReadonlySet<string> = wordsOf(around.titles)
/** Professions and relatives that stand before a surname or a first name. */
export const CALLINGS: ReadonlySet<string> = wordsOf(around.callings)
/** Who somebody is to the one who writes: a first name may follow. */
export const ROLES: ReadonlySet<string> = wordsOf(around.roles)
/** One or two words after which a name comes, whatever it is. */
export const INTRODUCTIONS: ReadonlySet<string> = new Set(around.introductions)
/** One or two words after which a name may come: only a known one. */
export const BEING: ReadonlySet<string> = new Set(around.being)
/** Every word after which a name may come, of two words the second. */
export const ANNOUNCING: ReadonlySet<string> = new Set([
  ...[TITLES, CALLINGS, ROLES].flatMap((words) => [...words]),
  ...[INTRODUCTIONS, BEING].flatMap((words) => [...words].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1))),
])
/** The small words of a surname. */
export const PARTICLES: ReadonlySet<string> = wordsOf(around.particles)
/** What comes after these is a building, a street or a body named after somebody. */
export const NAMED_AFTER: ReadonlySet<string> = wordsOf(around.notPeopleAfter)
/** Words with a capital that are no names: days, places, languages, organisations. */
export const NOT_NAMES: ReadonlySet<string> = wordsOf(notNames.words)
/** Names of shops and places that begin as those of people do. */
export const PHRASES: ReadonlySet<string> = new Set(notNames.phrases)
/** Ends of words that name a street or a building. */
export const ENDINGS: readonly string[] = notNames.endings
