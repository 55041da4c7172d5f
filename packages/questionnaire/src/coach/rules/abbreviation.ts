import type { TextRule } from '../rule.ts'
import type { Words } from '../words/words.ts'
import { isExplained } from './explained.ts'

interface Found {
  readonly text: string
  readonly at: number
}

// At least two capitals, as in GGz, PGB and HH1; not 12B, and not a word of one letter.
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}\p{L}?\p{Lu}[\p{L}\d]{0,5}(?![\p{L}\p{N}])/gu
const WORD = /(?<![\p{L}\p{N}])\p{L}{2,6}(?![\p{L}\p{N}])/gu
// A point in the middle of a sentence cuts a word off.
const CUT = /(?<![\p{L}\p{N}.])(\p{L}{1,12})\.(?=,|\s+\p{Ll})/gu

/** A shortened form that is not written out beside it and that not everybody knows. */
export const abbreviation: TextRule = {
  name: 'abbreviation',
  roles: ['title', 'prompt', 'description', 'option', 'heading', 'prose'],
  look: ({ text, lower }, words, around) =>
    withoutTwins([...capitals(text, words), ...clipped(text, lower, words)])
      .filter(({ text: short }) => !isWrittenOut(short, around))
      .map(({ text: short }) => ({ text: short })),
}

function capitals(text: string, { abbreviations }: Words): readonly Found[] {
  // All in capitals is a way of writing, not an abbreviation.
  const shouted = text.length > 12 && text === text.toUpperCase()
  const high = shouted ? [] : [...text.matchAll(CAPITALS)].filter(([word]) => !isOrdinary(word, abbreviations))
  const low = [...text.matchAll(WORD)].filter(
    ([word]) =>
      abbreviations.mixed.has(word.toLowerCase()) &&
      (word !== word.toLowerCase() || word.length > 2) &&
      isKnownShort(word),
  )
  return [...high, ...low].map(({ 0: word, index }) => ({ text: word, at: index }))
}

/** Small words that are also abbreviations ("fact", "send", "zin") count only with a capital beyond the first. */
function isKnownShort(word: string): boolean {
  return !/^(?:fact|send|zin|mo|bw|ho|ot|av|bg|vo|pv|bz|gp)$/i.test(word) || /^.+\p{Lu}/u.test(word)
}

function isOrdinary(word: string, { known, emphasis }: Words['abbreviations']): boolean {
  const lower = word.toLowerCase()
  return (
    known.has(lower) || emphasis.has(lower) || /^[IVX]+$/.test(word) || /^\p{Lu}\p{Ll}\p{Lu}\p{Ll}{2,}$/u.test(word)
  )
}

function clipped(text: string, lower: string, { abbreviations }: Words): readonly Found[] {
  const listed = [...lower.matchAll(abbreviations.clipped)].map(({ 0: word, index }) => ({ text: word, at: index }))
  const cut = [...text.matchAll(CUT)]
    .filter(([, word = '']) => !abbreviations.fullStop.has(word.toLowerCase()))
    .map(({ 0: word, index }) => ({ text: word, at: index }))
  return [...listed, ...cut].map(({ text: short, at }) => ({ text: text.slice(at, at + short.length), at }))
}

function withoutTwins(all: readonly Found[]): readonly Found[] {
  const sorted = all.toSorted((a, b) => a.at - b.at || b.text.length - a.text.length)
  let end = 0
  return sorted.filter(({ at, text }) => {
    const isNew = at >= end
    if (isNew) end = at + text.length
    return isNew
  })
}

function isWrittenOut(short: string, around: string): boolean {
  if (short.includes('.')) return false
  const lower = short.toLowerCase()
  const bracket = new RegExp(String.raw`((?:[\p{L}-]+\s+){1,6})\(\s*(?:de\s+|het\s+|the\s+)?${lower}\s*\)`, 'u').exec(
    around,
  )
  if (bracket?.[1] !== undefined) {
    const before = bracket[1].trim().split(/\s+/)
    return before.length > 1 || before.some((word) => word.startsWith(lower.slice(0, 1)))
  }
  return isExplained(lower, around)
}
