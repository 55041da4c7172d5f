import { isLetterOrDigit } from '../coach/letters.ts'
import type { Span } from './personal-datum.ts'

/** The longest name and host of RFC 5321. */
const LONGEST_NAME = 64
const LONGEST_HOST = 255
/** How people write the sign for others to read and for programs not to. */
const AT = /@|[([{] ?(?:at|apenstaartje) ?[)\]}]| (?:apenstaartje|at) /giu
const NAME_SIGNS = '._%+-'
const HOST = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}(?![\p{L}\p{N}@])/u
const SPOKEN_HOST =
  /^[\p{L}\p{N}-]{1,63}(?: ?[([{]? ?(?:punt|dot) ?[)\]}]? ?[\p{L}\p{N}-]{1,63}){0,4} ?[([{]? ?(?:punt|dot) ?[)\]}]? ?(?:nl|com|net|org|eu|be|de|info|tr|pl)(?![\p{L}\p{N}])/iu

/** Where a text holds an e-mail address, also with "(at)" for the sign or spaces around it. */
export function emails(text: string): readonly Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(AT)) {
    const from = found.at(-1)?.end ?? 0
    const span = around(text, match.index, match[0], from)
    if (span !== null) found.push(span)
  }
  return found
}

function around(text: string, at: number, sign: string, from: number): Span | null {
  const plain = sign === '@'
  const nameEnd = text[at - 1] === ' ' ? at - 1 : at
  const start = nameStart(text, nameEnd, Math.max(from, nameEnd - LONGEST_NAME))
  if (start === null) return null
  const after = at + sign.length
  const hostStart = text[after] === ' ' ? after + 1 : after
  // "naar @voorbeeld.nl" is a name on a network.
  if (plain && nameEnd < at && hostStart === after) return null
  const rest = text.slice(hostStart, hostStart + LONGEST_HOST)
  const host = HOST.exec(rest) ?? (plain ? null : SPOKEN_HOST.exec(rest))
  return host === null ? null : { start, end: hostStart + host[0].length }
}

/** Where the name before the sign begins; null when there is none. */
function nameStart(text: string, end: number, least: number): number | null {
  let start = end
  while (start > least && (isLetterOrDigit(text, start - 1) || NAME_SIGNS.includes(text[start - 1] ?? ' '))) start -= 1
  while (start < end && !isLetterOrDigit(text, start)) start += 1
  return start < end && isLetterOrDigit(text, end - 1) ? start : null
}
