import { editDistance } from '../compile/suggest.ts'

/** Words that turn a sentence round or bound it, in the languages that questionnaires are written in first. */
const TURNING = new Set(
  (
    'niet geen niets niks nooit nergens niemand noch zonder behalve alleen meer minder minstens hoogstens ' +
    'not no nothing never nowhere nobody none nor without except only more less fewer least most cannot'
  ).split(' '),
)

/** Below this many letters one other letter usually makes another word: "mij", "hij"; "vaak", "vaag". */
const SHORTEST = 5
/** From this many letters two slips in one word are still nearer to a slip than to another word. */
const LONG = 10
/** At most this share of the words may have a slip. */
const MOST_SLIPS = 1 / 4

/**
 * Whether two texts differ by slips of the pen only, so that whoever reads them reads the same question.
 *
 * Capitals, accents, punctuation, spaces and a word that stood twice never count. Beyond that, a text is a typo when it
 * has the same words in the same order, and in at most a quarter of them a slip: one insertion, deletion, substitution
 * or swap of neighbours (Damerau 1964, who found one such slip in 80 % of misspellings), two in a word of ten letters
 * or more, inside the word, since first letters are seldom wrong and last ones change tense and number. Numbers,
 * places for answers and words that turn a sentence round must be equal. What is not clearly a typo is wording: a break
 * that is none costs a footnote, a break that is missed a wrong trend.
 *
 * @example isTypo('Bent u gehoplen?', 'Bent u geholpen?') // true
 * @example isTypo('Bent u geholpen?', 'Bent u niet geholpen?') // false
 */
export function isTypo(before: string, after: string): boolean {
  if (!sameList(fixedPartsOf(before), fixedPartsOf(after))) return false
  const a = wordsOf(before)
  const b = wordsOf(after)
  if (!sameList(a.filter(turns), b.filter(turns))) return false
  if (a.join('') === b.join('')) return a.length > 0 || before.trim() === after.trim()
  if (a.length !== b.length) return false
  const slips = a.filter((word, place) => word !== b[place])
  return slips.length <= Math.max(1, a.length * MOST_SLIPS) && a.every((word, place) => isSlip(word, b[place] ?? ''))
}

/** Whether two texts have no word in common, or differ in what turns a sentence round. */
export function turnsRound(before: string, after: string): boolean {
  const a = wordsOf(before)
  const b = wordsOf(after)
  return (
    !sameList(fixedPartsOf(before), fixedPartsOf(after)) ||
    !sameList(a.filter(turns), b.filter(turns)) ||
    !a.some((word) => b.includes(word))
  )
}

/** Without capitals, accents, punctuation and spaces. */
export function bareText(text: string): string {
  return wordsOf(text).join('')
}

function isSlip(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < SHORTEST || Math.max(a.length, b.length) > LONGEST) return false
  if (a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false
  return editDistance(a, b) <= (length < LONG ? 1 : 2)
}

/** Longer than any word: comparing them would cost more than it says. */
const LONGEST = 60

const turns = (word: string): boolean => TURNING.has(word)

/** Numbers with their signs, and places for answers. */
const fixedPartsOf = (text: string): readonly string[] =>
  text.match(/\{[^{}]*\}|[-+−]?\p{N}+(?:[.,:/]\p{N}+)*\s*[%€°]?/gu)?.map((part) => part.replace(/\s/g, '')) ?? []

/** Words in small letters without accents; a word that follows itself counts once. */
const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFD')
      .replace(/\{[^{}]*\}/g, ' ')
      .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).filter((word, place, words) => word !== words[place - 1])

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((part, place) => part === b[place])
