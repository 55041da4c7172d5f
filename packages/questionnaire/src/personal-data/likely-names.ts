import {
  AMBIGUOUS,
  ANNOUNCING,
  BEING,
  CALLINGS,
  ENDINGS,
  FIRST_NAMES,
  INTRODUCTIONS,
  NAMED_AFTER,
  NOT_NAMES,
  PARTICLES,
  PHRASES,
  ROLES,
  SURNAMES,
  SURNAMES_ONLY,
  TITLES,
} from './name-words.ts'
import type { Span } from './personal-datum.ts'
import { textWords, type TextWord } from './text-words.ts'

/** The words from one place to another, the last one not included. */
interface Words {
  readonly from: number
  readonly to: number
}

const MOST_PARTICLES = 3
const MOST_INITIALS = 4

/**
 * Where a text likely names somebody: after "mevrouw", "dokter", "mijn begeleider" or "ik heet", or a common first name
 * with a capital. Dutch and English, with first names that are common in the Netherlands. A name that is in no list and
 * that nothing announces is not found.
 */
export function likelyNames(text: string): readonly Span[] {
  const words = textWords(text)
  const found: Span[] = []
  for (let at = 0; at < words.length;) {
    if (isPlain(text, words[at])) {
      at += 1
      continue
    }
    const name = nameAfter(words, at) ?? knownName(words, at)
    const first = name === null ? undefined : words[name.from]
    const last = name === null ? undefined : words[name.to - 1]
    if (name === null || first === undefined || last === undefined) at += 1
    else {
      found.push({ start: first.start, end: last.end })
      at = name.to
    }
  }
  return found
}

const SMALL_A = 97
const SMALL_Z = 122
const LENGTHS = 64

/** First letters of the words that announce a name, with their lengths, for a look that takes no text apart. */
const BEGINNINGS = new Set([...ANNOUNCING].map((word) => word.charCodeAt(0) * LENGTHS + word.length))

/** Whether a word in small letters announces nothing, as most do. */
function isPlain(text: string, word: TextWord | undefined): boolean {
  if (word === undefined) return false
  const code = text.charCodeAt(word.start)
  if (code < SMALL_A || code > SMALL_Z) return false
  return !BEGINNINGS.has(code * LENGTHS + word.end - word.start) || !ANNOUNCING.has(word.lower)
}

/** A name that this word announces. Most words announce none, and are looked up only once. */
function nameAfter(words: readonly TextWord[], at: number): Words | null {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || next === undefined || !ANNOUNCING.has(word.lower)) return null
  if (TITLES.has(word.lower) && next.near) return surname(words, at + 1, !isPointedAt(words, at))
  if (CALLINGS.has(word.lower) && next.near) return surname(words, at + 1, false)
  if (ROLES.has(word.lower) && next.near) return givenName(words, at + 1, isAnyName)
  const before = words[at - 1]
  const pair = before !== undefined && word.near ? `${before.lower} ${word.lower}` : ''
  if (next.next && (INTRODUCTIONS.has(pair) || INTRODUCTIONS.has(word.lower)))
    return givenName(words, at + 1, isAnyName)
  if (next.near && (BEING.has(pair) || BEING.has(word.lower))) return givenName(words, at + 1, isKnownName)
  return null
}

/** "De mevrouw van Thuishulp" comes from there; "mevrouw van Vliet" is called that. */
function isPointedAt(words: readonly TextWord[], at: number): boolean {
  const before = words[at - 1]
  return before !== undefined && /^(?:de|die|deze|een|the|a|that)$/.test(before.lower) && before.shape !== 'capitals'
}

/** Initials, small words and a surname, or a first name with all that. */
function surname(words: readonly TextWord[], from: number, vanIsName: boolean): Words | null {
  let at = from
  while (at - from < MOST_INITIALS && words[at]?.shape === 'initial' && words[at + 1]?.near === true) at += 1
  const initials = at > from
  const particles = particlesAt(words, at)
  at += particles
  const word = words[at]
  if (word === undefined || (at > from && !word.near)) return null
  const small = particles === 1 && words[at - 1]?.lower === 'van'
  if (small && !vanIsName && !initials && !SURNAMES.has(word.lower)) return null
  const isName = word.shape === 'small' ? isListed(word, particles > 0) : isNameLike(word)
  if (!isName || isPhrase(words, from)) return null
  return withMore(words, from, at + 1)
}

/** A first name and what follows it. */
function givenName(words: readonly TextWord[], from: number, isName: (word: TextWord) => boolean): Words | null {
  const word = words[from]
  if (word === undefined || !isName(word) || isPhrase(words, from)) return null
  return withMore(words, from, from + 1)
}

/** A common first name, wherever it stands. */
function knownName(words: readonly TextWord[], at: number): Words | null {
  const word = words[at]
  if (word === undefined || word.shape !== 'capital' || !FIRST_NAMES.has(firstPart(word.lower))) return null
  if (AMBIGUOUS.has(word.lower) && word.beginsSentence) return null
  const before = words[at - 1]
  if (word.near && before !== undefined && NAMED_AFTER.has(before.lower)) return null
  return isPhrase(words, at) ? null : withMore(words, at, at + 1)
}

/** With the surname that stands after it; null when all of it turns out to be a street or a building. */
function withMore(words: readonly TextWord[], from: number, to: number): Words | null {
  let end = to
  for (let more = 0; more < 3; more += 1) {
    const particles = particlesAt(words, end)
    const next = words[end + particles]
    if (next === undefined || next.shape !== 'capital' || next.beginsSentence || !next.near) break
    if (particles === 0 && words[end]?.near !== true) break
    if (isPlace(next)) return null
    if (NOT_NAMES.has(next.lower)) break
    end += particles + 1
  }
  const last = words[end - 1]
  return last !== undefined && isPlace(last) ? null : { from, to: end }
}

function particlesAt(words: readonly TextWord[], at: number): number {
  let count = 0
  while (count < MOST_PARTICLES && isParticle(words[at + count])) count += 1
  return count
}

function isParticle(word: TextWord | undefined): boolean {
  return word !== undefined && word.near && PARTICLES.has(word.lower)
}

const isAnyName = (word: TextWord): boolean =>
  word.shape === 'small' ? isListed(word, false) : isNameLike(word) && word.shape !== 'capitals'

const isKnownName = (word: TextWord): boolean => word.shape === 'capital' && FIRST_NAMES.has(firstPart(word.lower))

/** Without a capital only what is nothing but a name. */
function isListed({ lower }: TextWord, afterParticle: boolean): boolean {
  return (
    (FIRST_NAMES.has(lower) && !AMBIGUOUS.has(lower)) ||
    SURNAMES_ONLY.has(lower) ||
    (afterParticle && SURNAMES.has(lower))
  )
}

const isNameLike = (word: TextWord): boolean =>
  word.shape !== 'initial' && word.lower.length > 1 && !NOT_NAMES.has(word.lower) && !isPlace(word)

function isPlace({ lower, shape }: TextWord): boolean {
  return shape === 'capital' && ENDINGS.some((ending) => lower.endsWith(ending))
}

function isPhrase(words: readonly TextWord[], at: number): boolean {
  const near = words.slice(at, at + 5).map(({ lower }) => lower)
  return near.some((_, index) => PHRASES.has(near.slice(0, index + 1).join(' ')))
}

/** "Anne-Marie" is known by its first half. */
function firstPart(lower: string): string {
  const hyphen = lower.indexOf('-')
  return hyphen === -1 || FIRST_NAMES.has(lower) ? lower : lower.slice(0, hyphen)
}
