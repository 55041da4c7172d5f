import { isLetter, isLetterOrDigit } from './letters.ts'
import { startNumber } from './word-runs.ts'

/** What an entry asks for next: letters, white space, the rest of a word, a few words between, or one of several ways. */
export type Step =
  | { readonly kind: 'text'; readonly text: string; readonly first: number; readonly next: Step | null }
  | { readonly kind: 'space' | 'rest' | 'gap'; readonly next: Step | null }
  | { readonly kind: 'choice'; readonly ways: readonly (Step | null)[] }

const GAP = ' … '
const TOKEN = /\([^)]*\)| … | |\*|[^ *(]+/g
/** How many characters of a word `startNumber` looks at. */
const NUMBERED = 3
const LONGEST_GAP = 5
const SPACE = /\s/
const CLOSES_SENTENCE = '.?!'

/** Takes an entry of a list apart; `WordPattern` says how it is written. */
export function parseEntry(entry: string, after: Step | null = null): Step | null {
  const tokens = entry.match(TOKEN) ?? []
  return tokens.reduceRight<Step | null>((next, token) => {
    if (token.startsWith('(')) {
      const ways = token.slice(1, -1).split('|')
      return { kind: 'choice', ways: ways.map((way) => parseEntry(way, next)) }
    }
    if (token === GAP) return { kind: 'gap', next }
    if (token === '*') return { kind: 'rest', next }
    return token === ' ' ? { kind: 'space', next } : { kind: 'text', text: token, first: token.charCodeAt(0), next }
  }, after)
}

/** How a text can begin where an entry matches, as `startNumber` numbers it; null when in too many ways. */
export function startsOf(entry: string): readonly number[] | null {
  const open = entry.slice(0, NUMBERED).search(/[(*]/)
  return open < 0 ? [startNumber(entry, 0)] : startsOfStep(parseEntry(entry))
}

function startsOfStep(step: Step | null): readonly number[] | null {
  if (step?.kind === 'choice') {
    const ways = step.ways.map(startsOfStep)
    return ways.includes(null) ? null : ways.flatMap((starts) => starts ?? [])
  }
  if (step?.kind !== 'text') return null
  const { text, next } = step
  const isClosed = text.length >= NUMBERED || next === null || next.kind === 'space' || next.kind === 'gap'
  return isClosed ? [startNumber(text, 0)] : null
}

/** Where the longest match ends that begins at a place and stops at the end of a word; -1 without any. */
export function endOf(step: Step | null, text: string, at: number): number {
  if (step === null) return isLetterOrDigit(text, at) ? -1 : at
  switch (step.kind) {
    case 'text':
      return text.startsWith(step.text, at) ? endOf(step.next, text, at + step.text.length) : -1
    case 'space': {
      const words = afterSpace(text, at)
      return words === at ? -1 : endOf(step.next, text, words)
    }
    case 'rest':
      return longest(restsAt(text, at), step.next, text)
    case 'gap':
      return longest(gapsAt(text, at), step.next, text)
    case 'choice':
      return endOfWays(step.ways, text, at)
  }
}

function endOfWays(ways: readonly (Step | null)[], text: string, at: number): number {
  const first = text.charCodeAt(at)
  let end = -1
  for (const way of ways) {
    // Most of a hundred ways begin with another letter.
    if (way?.kind === 'text' && way.first !== first) continue
    end = Math.max(end, endOf(way, text, at))
  }
  return end
}

function longest(places: readonly number[], next: Step | null, text: string): number {
  let end = -1
  for (const place of places) end = Math.max(end, endOf(next, text, place))
  return end
}

/** Every place from here to the end of the word. */
function restsAt(text: string, at: number): readonly number[] {
  const places = [at]
  for (let end = at; isLetter(text, end) || text.charAt(end) === '-'; end += 1) places.push(end + 1)
  return places
}

/** Where a word begins after white space, and after up to five words more of the same sentence. */
function gapsAt(text: string, at: number): readonly number[] {
  const places: number[] = []
  let start = afterSpace(text, at)
  let end = at
  while (start > end && places.length <= LONGEST_GAP) {
    places.push(start)
    end = start
    while (end < text.length && !isSpace(text, end) && !CLOSES_SENTENCE.includes(text.charAt(end))) end += 1
    if (end === start) break
    start = afterSpace(text, end)
  }
  return places
}

function afterSpace(text: string, at: number): number {
  let end = at
  while (isSpace(text, end)) end += 1
  return end
}

const isSpace = (text: string, at: number): boolean => at < text.length && SPACE.test(text.charAt(at))
