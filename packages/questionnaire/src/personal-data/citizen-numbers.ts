import { isLetter } from '../coach/letters.ts'
import { digitRuns, type DigitGroup, type DigitRun } from './digit-runs.ts'
import { passesElevenTest } from './eleven-test.ts'
import { looksLikeDate, looksLikeYear } from './looks-like-date.ts'
import { overlaps } from './overlaps.ts'
import type { Span } from './personal-datum.ts'

/** Says that what follows is a citizen service number; the mark of one that was taken out says nothing. */
const NAMED = /(?<![[\p{L}])(?:bsn|burger ?service|sofi|citizen service)[^\d[]{0,24}$/iu
/** Says that it is a number of something else. Client and case numbers are not among them: those often are one. */
const NUMBER_OF_ELSE =
  /(?:€|eur|kvk|k\.v\.k\.|agb|isbn|ean|postbus|(?:big|order|bestel|factuur|invoice|ticket|artikel|serie|meter)[ -]?(?:nummer|code|number|nr|no)?)[^\p{L}\d]{0,3}(?:is )?$/iu
const LONGEST_LABEL = 48
/** Before 2020 the VAT number of somebody who worked alone was made of the citizen service number. */
const VAT_BEFORE = /(?<!\p{L})nl$/iu
const VAT_AFTER = /^b\d\d(?!\d)/i
const AMOUNT_AFTER = /^(?:,\d\d(?!\d)| ?(?:€|eur\b|euro\b))/i
const POSTCODE_LETTERS = /^(?: ?[A-Z]{2}|[a-z]{2})(?![\p{L}\d])/u
/** The groups in which it is mostly written, for where other numbers stand beside it. */
const USUAL_SIZES = [[9], [8], [3, 3, 3], [4, 2, 3]]

/** Where a text holds eight or nine digits that pass the eleven-test and that it calls a BSN, in whatever groups. */
export function namedCitizenNumbers(text: string): readonly Span[] {
  return digitRuns(text).flatMap((run) => eachIn(run, (at) => namedSize(text, run, at)))
}

/**
 * Where a text holds what can be a citizen service number: eight or nine digits that pass the eleven-test, in one piece
 * or in groups with spaces, dots or dashes between. One number in eleven passes it by chance, so what is plainly a day,
 * years, an amount, a postcode or part of a longer number is left alone.
 *
 * @param taken what was found to be something else, in its order
 */
export function otherCitizenNumbers(text: string, taken: readonly Span[]): readonly Span[] {
  return digitRuns(text).flatMap((whole) => {
    const place = { text, run: withoutPostcode(text, whole), taken }
    const usual = (at: number): number => USUAL_SIZES.find((sizes) => isUsual(place, at, sizes))?.length ?? 0
    return eachIn(place.run, usual, (from, to) => isWhole(place, from, to))
  })
}

interface Place {
  readonly text: string
  readonly run: DigitRun
  readonly taken: readonly Span[]
}

/**
 * The numbers in a run: first those that are one by themselves, then what is left between as a whole.
 *
 * @param sizeAt how many groups from a place on are a number; 0 when none are
 */
function eachIn(
  run: DigitRun,
  sizeAt: (at: number) => number,
  isRest: (from: number, to: number) => boolean = () => false,
): readonly Span[] {
  const found: Span[] = []
  let rest = 0
  const closeRest = (until: number): void => {
    if (isRest(rest, until)) found.push(spanOf(run.slice(rest, until)))
  }
  for (let at = 0; at < run.length;) {
    const size = sizeAt(at)
    if (size > 0) {
      closeRest(at)
      found.push(spanOf(run.slice(at, at + size)))
      rest = at + size
    }
    at += Math.max(1, size)
  }
  closeRest(run.length)
  return found
}

function namedSize(text: string, run: DigitRun, at: number): number {
  const first = run[at]
  if (first === undefined || !NAMED.test(labelBefore(text, first.start))) return 0
  let digits = ''
  const sizes: number[] = []
  for (let next = at; next < run.length && digits.length < 9; next += 1) {
    digits += (run[next]?.digits ?? '').slice(0, 10)
    if (passesElevenTest(digits)) sizes.push(next - at + 1)
  }
  return sizes.at(-1) ?? 0
}

function isUsual(place: Place, at: number, sizes: readonly number[]): boolean {
  const groups = place.run.slice(at, at + sizes.length)
  if (groups.length < sizes.length || !groups.every(({ digits }, index) => digits.length === sizes[index])) return false
  const apart = (group: DigitGroup | undefined): boolean => group === undefined || group.before.includes(' ')
  return (
    (at === 0 || apart(groups[0])) &&
    apart(place.run[at + sizes.length]) &&
    evenlyParted(groups) &&
    canStand(place, groups)
  )
}

/** Whether the groups from one place to another are a number, together and with nothing beside them. */
function isWhole(place: Place, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 9) return false
  const groups = place.run.slice(from, to)
  const sizes = groups.map(({ digits }) => digits.length)
  const inGroups = sizes.every((size) => size >= 2 && size <= 5) && !sizes.every((size) => size === 2)
  const spelledOut = sizes.every((size) => size === 1)
  const parted = evenlyParted(groups) || sizes.every((size) => size >= 3)
  return (inGroups || spelledOut) && parted && canStand(place, groups)
}

/** What every number must be that the text does not call a BSN. */
function canStand({ text, taken }: Place, groups: readonly DigitGroup[]): boolean {
  const pieces = groups.map(({ digits }) => digits)
  return (
    passesElevenTest(pieces.join('')) &&
    !looksLikeDate(pieces) &&
    !(pieces.length === 2 && pieces.every(looksLikeYear)) &&
    !isOfElse(text, spanOf(groups)) &&
    !overlaps(spanOf(groups), taken)
  )
}

function isOfElse(text: string, { start, end }: Span): boolean {
  const before = labelBefore(text, start)
  const after = text.slice(end, end + 8)
  if (NUMBER_OF_ELSE.test(before) || AMOUNT_AFTER.test(after)) return true
  if (VAT_AFTER.test(after)) return !VAT_BEFORE.test(before)
  return isLetter(text, start - 1) || isLetter(text, end)
}

function evenlyParted([, ...others]: readonly DigitGroup[]): boolean {
  return others.every(({ before }) => before === others[0]?.before)
}

/** The last four digits of "12 1234 AB" are a postcode. */
function withoutPostcode(text: string, run: DigitRun): DigitRun {
  const last = run.at(-1)
  if (run.length < 2 || last?.digits.length !== 4) return run
  return POSTCODE_LETTERS.test(text.slice(last.end, last.end + 4)) ? run.slice(0, -1) : run
}

function labelBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - LONGEST_LABEL), at)
}

function spanOf(groups: readonly DigitGroup[]): Span {
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 }
}
