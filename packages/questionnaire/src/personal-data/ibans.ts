import { isLetterOrDigit } from '../coach/letters.ts'
import type { Span } from './personal-datum.ts'
import lengths from './words/iban-lengths.json' with { type: 'json' }

const LENGTHS: ReadonlyMap<string, number> = new Map(Object.entries(lengths))
/** A digit with the letters of a country before it: few places of a text, so that few are read further. */
const BEGINNING = /[0-9](?<=([A-Za-z]{2}[ \u00a0.-]?)[0-9])/g
const BETWEEN = /[ \u00a0.-]/
const SIGN = /[A-Za-z0-9]/

/**
 * Where a text holds an IBAN: the letters of a country, as many signs as that country has, and a remainder of one by
 * ISO 7064 (mod 97-10). Spaces, dots and dashes may stand between, in capitals or not.
 */
export function ibans(text: string): readonly Span[] {
  const found: Span[] = []
  for (const { index, 1: country = '' } of text.matchAll(BEGINNING)) {
    const at = index - country.length
    if (at < (found.at(-1)?.end ?? 0) || isLetterOrDigit(text, at - 1)) continue
    const length = LENGTHS.get(country.slice(0, 2).toUpperCase())
    const read = length === undefined ? null : readSigns(text, at, length)
    if (read !== null && leavesOne(read.signs)) found.push({ start: at, end: read.end })
  }
  return found
}

/** As many letters and digits as are asked for, with at most one sign between two of them; null when there are less or more. */
function readSigns(
  text: string,
  start: number,
  length: number,
): { readonly signs: string; readonly end: number } | null {
  let signs = ''
  let at = start
  while (signs.length < length) {
    const sign = text[at] ?? ''
    if (SIGN.test(sign)) signs += sign.toUpperCase()
    else if (signs.length < 2 || !BETWEEN.test(sign) || BETWEEN.test(text[at - 1] ?? '')) return null
    at += 1
  }
  return isLetterOrDigit(text, at) || !/^..\d\d/.test(signs) ? null : { signs, end: at }
}

function leavesOne(signs: string): boolean {
  const turned = signs.slice(4) + signs.slice(0, 4)
  let rest = 0
  for (const sign of turned) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
