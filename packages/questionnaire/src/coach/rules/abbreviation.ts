import type { TextRule } from '../rule.ts'
import { wordRuns } from '../word-runs.ts'
import type { Words } from '../words/words.ts'
import { isExplained } from './explained.ts'

interface Found {
  readonly text: string
  readonly at: number
}

// At least two capitals, as in GGz, PGB and HH1; not 12B, and not a word of one letter.
const CAPITALS = /^\p{Lu}\p{L}?\p{Lu}[\p{L}\d]{0,5}$/u
const DIGIT = /\d/
const ROMAN = /^[IVX]+$/
const LONGEST_LOW = 6
// A point in the middle of a sentence cuts a word off.
const POINT = /\.(?=,|\s+(\S))/g
const LONGEST_CUT = 12
// Words before a bracket that may be what it shortens.
const BEFORE_BRACKET = /(?:[^\s\d.,;:?!()"']+\s+){1,6}$/
const OPENED_BRACKET = /\(\s*(?:de\s+|het\s+|the\s+)?$/
const CLOSED_BRACKET = /^\s*\)/

/** A shortened form that is not written out beside it and that not everybody knows. */
export const abbreviation: TextRule = {
  name: 'abbreviation',
  roles: ['title', 'prompt', 'description', 'option', 'heading', 'prose'],
  look: ({ text, lower }, words, around) =>
    withoutTwins([...shortened(text, lower, words), ...clipped(text, lower, words)])
      .filter(({ text: short }) => !isWrittenOut(short, around))
      .map(({ text: short }) => ({ text: short })),
}

function shortened(text: string, lower: string, { abbreviations }: Words): readonly Found[] {
  // All in capitals is a way of writing, not an abbreviation.
  const shouted = text.length > 12 && text === text.toUpperCase()
  return wordRuns(lower)
    .map(({ at, end }) => ({ text: text.slice(at, end), at }))
    .filter(({ text: word }) => (!shouted && isCapitals(word, abbreviations)) || isLow(word, abbreviations))
}

function isCapitals(word: string, { known, emphasis }: Words['abbreviations']): boolean {
  const lower = word.toLowerCase()
  return (
    word.slice(1) !== lower.slice(1) &&
    CAPITALS.test(word) &&
    !known.has(lower) &&
    !emphasis.has(lower) &&
    !ROMAN.test(word) &&
    !/^\p{Lu}\p{Ll}\p{Lu}\p{Ll}{2,}$/u.test(word)
  )
}

/** One that is also written in small letters. */
function isLow(word: string, { mixed }: Words['abbreviations']): boolean {
  const lower = word.toLowerCase()
  if (word.length < 2 || word.length > LONGEST_LOW || !mixed.has(lower) || DIGIT.test(word)) return false
  return (word !== lower || word.length > 2) && isKnownShort(word)
}

/** Small words that are also abbreviations ("fact", "send", "zin") count only with a capital beyond the first. */
function isKnownShort(word: string): boolean {
  return !/^(?:fact|send|zin|mo|bw|ho|ot|av|bg|vo|pv|bz|gp)$/i.test(word) || /^.+\p{Lu}/u.test(word)
}

function clipped(text: string, lower: string, { abbreviations }: Words): readonly Found[] {
  const listed = abbreviations.clipped
    .find(lower)
    .map(({ words, at }) => ({ text: text.slice(at, at + words.length), at }))
    .filter(({ text: word, at }) => !isOrdinaryEnd(word, text.slice(at + word.length), abbreviations))
  const cut = [...text.matchAll(POINT)].flatMap(({ index, 1: next = ',' }) => {
    const goesOn = next === ',' || next !== next.toUpperCase()
    const run = goesOn ? wordRuns(lower).find(({ end }) => end === index) : undefined
    return run === undefined || text.charAt(run.at - 1) === '.'
      ? []
      : [{ text: text.slice(run.at, index + 1), at: run.at }]
  })
  const short = cut.filter(({ text: word }) => isShort(word.slice(0, -1), abbreviations))
  return [...listed, ...short]
}

/** "No." is a word where a sentence ends with it, and a number where it goes on. */
function isOrdinaryEnd(word: string, after: string, { alsoWords }: Words['abbreviations']): boolean {
  const next = after.trimStart().charAt(0)
  return alsoWords.has(word.slice(0, -1).toLowerCase()) && (next === '' || next !== next.toLowerCase())
}

function isShort(word: string, { fullStop }: Words['abbreviations']): boolean {
  return word.length <= LONGEST_CUT && !DIGIT.test(word) && !fullStop.has(word.toLowerCase())
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
  const before = beforeBracket(lower, around)
  if (before !== null) return before.length > 1 || before.some((word) => word.startsWith(lower.slice(0, 1)))
  return isExplained(lower, around)
}

/** The words before a bracket that holds a shortened form: "persoonsgebonden budget (pgb)". */
function beforeBracket(lower: string, around: string): readonly string[] | null {
  for (let at = around.indexOf(lower); at >= 0; at = around.indexOf(lower, at + 1)) {
    const opened = OPENED_BRACKET.exec(around.slice(0, at))
    if (opened === null || !CLOSED_BRACKET.test(around.slice(at + lower.length))) continue
    const words = BEFORE_BRACKET.exec(around.slice(0, opened.index))
    if (words !== null) return words[0].trim().split(/\s+/)
  }
  return null
}
