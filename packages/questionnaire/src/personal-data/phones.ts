import { isLetter } from '../coach/letters.ts'
import { digitAt, digitRuns, type DigitGroup, type DigitRun } from './digit-runs.ts'
import { looksLikeDate } from './looks-like-date.ts'
import type { Span } from './personal-datum.ts'

/** Digits of a number in the Netherlands, its leading zero included. */
const NATIONAL = 10
/** The longest number of ITU-T E.164, and what is too short to be anybody's. */
const LONGEST = 15
const SHORTEST = 9
/** Regions and mobiles; 0800 and 090x are nobody's own. */
const REACHES_SOMEBODY = /^0(?:[1-57]|6[1-58]|8[4578]|91)/
const SINGLE_DIGITS = /^\d$/

/** Where a text holds a telephone number: a Dutch one of ten digits, or one that begins with + or 00 and a country. */
export function phones(text: string): readonly Span[] {
  return digitRuns(text, '()/').flatMap((run) => inRun(text, run))
}

function inRun(text: string, run: DigitRun): readonly Span[] {
  const found: Span[] = []
  for (let at = 0; at < run.length;) {
    const size = abroad(text, run, at) || national(text, run, at)
    const [first, last] = [run[at], run[at + size - 1]]
    if (size > 0 && first !== undefined && last !== undefined)
      found.push({ start: startOf(text, first), end: last.end })
    at += Math.max(1, size)
  }
  return found
}

/** How many groups from here on are a number with its country. */
function abroad(text: string, run: DigitRun, at: number): number {
  const first = run[at]
  if (first === undefined) return 0
  const plus = text[first.start - 1] === '+'
  if (!plus && !/^00[1-9]/.test(first.digits)) return 0
  let digits = plus ? first.digits : first.digits.slice(2)
  if (digits.length > LONGEST || digits.startsWith('0')) return 0
  let size = 1
  for (; at + size < run.length; size += 1) {
    const group = run[at + size]
    if (group === undefined || isEnough(digits)) break
    // "+31 (0)6": the zero is for who calls from inside.
    const next = group.before.includes('(') && group.digits === '0' ? '' : group.digits
    if (digits.length + next.length > LONGEST) break
    digits += next
  }
  return isNumberAbroad(digits) && !isLetter(text, run[at + size - 1]?.end ?? 0) ? size : 0
}

/** A Dutch number is known to be whole. */
const isEnough = (digits: string): boolean => /^31(?:0\d{9}|[1-9]\d{8})$/.test(digits)

function isNumberAbroad(digits: string): boolean {
  return digits.startsWith('31') ? isEnough(digits) : digits.length >= SHORTEST
}

/** How many groups from here on are a Dutch number without its country. */
function national(text: string, run: DigitRun, at: number): number {
  const groups: DigitGroup[] = []
  let digits = ''
  for (let next = at; next < run.length && digits.length < NATIONAL; next += 1) {
    const group = run[next]
    if (group === undefined) break
    groups.push(group)
    digits += group.digits.slice(0, NATIONAL + 1)
  }
  const [first, last] = [groups[0], groups.at(-1)]
  if (first === undefined || last === undefined || digits.length !== NATIONAL) return 0
  const apart = at === 0 || !/^[.-]$/.test(first.before)
  const isOne =
    apart &&
    REACHES_SOMEBODY.test(digits) &&
    !isLetter(text, first.start - 1) &&
    !isFraction(text, first.start) &&
    !isLetter(text, last.end) &&
    !looksLikeDate(groups.slice(0, 3).map((group) => group.digits)) &&
    (first.digits.length > 1 || groups.every((group) => SINGLE_DIGITS.test(group.digits)))
  return isOne ? groups.length : 0
}

const isFraction = (text: string, at: number): boolean => text[at - 1] === ',' && digitAt(text, at - 2) !== null

function startOf(text: string, { start }: DigitGroup): number {
  return '+('.includes(text[start - 1] ?? ' ') ? start - 1 : start
}
