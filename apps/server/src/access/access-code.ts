import { createHmac } from 'node:crypto'
import type { WaveReference } from '@klankbord/storage'
import type { Randomness } from '../randomness.ts'

/**
 * Signs that nobody takes for one another, in print and over the telephone: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V. Their
 * number is prime, which is what lets one check sign notice every slip of one sign and every two signs swapped.
 */
const ALPHABET = 'ACDEFGHJKMNPRTUWXY34679'
const LENGTH = 10

/** What is wrong with a code as it was typed; every one of these is noticed without looking any code up. */
export type CodeSlip =
  | { readonly kind: 'missing' }
  /** Signs that stand in no code, each once and as they were typed. */
  | { readonly kind: 'strangeSigns'; readonly signs: readonly string[] }
  /** Too few or too many signs. */
  | { readonly kind: 'wrongLength'; readonly given: number; readonly expected: number }
  /** A sign is another one, or signs are swapped. */
  | { readonly kind: 'checkSign' }

/**
 * A fresh access code: nine random signs (about 41 bits) and one that checks them.
 *
 * @example newAccessCode(randomness) // 'K7MD93XWPN'
 */
export function newAccessCode(randomness: Randomness): string {
  const signs: number[] = []
  while (signs.length < LENGTH - 1) {
    for (const byte of randomness.bytes(LENGTH)) {
      // Bytes beyond the largest multiple are thrown away, so that every sign is equally likely.
      const fair = byte < 256 - (256 % ALPHABET.length)
      if (fair && signs.length < LENGTH - 1) signs.push(byte % ALPHABET.length)
    }
  }
  const check = (ALPHABET.length - (weighted(signs) % ALPHABET.length)) % ALPHABET.length
  return [...signs, check].map((value) => ALPHABET.charAt(value)).join('')
}

/**
 * A code as somebody typed it: small letters, spaces and dashes make no difference. What looks like a sign of ours but is
 * none is a slip that is named, never silently taken for another: which one was meant is for who holds the letter to see.
 *
 * @returns the plain code, or what is wrong with it
 * @example readAccessCode(' k7m d93-xwpn') // { code: 'K7MD93XWPN' }
 */
export function readAccessCode(typed: string): { readonly code: string } | { readonly slip: CodeSlip } {
  const signs = Array.from(typed.normalize('NFKC').toUpperCase().replace(IGNORED, ''))
  if (signs.length === 0) return { slip: { kind: 'missing' } }
  const strange = [...new Set(signs.filter((sign) => !ALPHABET.includes(sign)))]
  if (strange.length > 0) return { slip: { kind: 'strangeSigns', signs: strange } }
  if (signs.length !== LENGTH) return { slip: { kind: 'wrongLength', given: signs.length, expected: LENGTH } }
  const values = signs.map((sign) => ALPHABET.indexOf(sign))
  return weighted(values) % ALPHABET.length === 0 ? { code: signs.join('') } : { slip: { kind: 'checkSign' } }
}

/** A code as it is printed. @example shownAccessCode('K7MD93XWPN') // 'K7M-D93-XWPN' */
export function shownAccessCode(code: string): string {
  return [code.slice(0, 3), code.slice(3, 6), code.slice(6)].join('-')
}

/**
 * All that is stored of a code: without the key of the installation nobody can try codes on it, and the same code in
 * another wave leaves another trace.
 *
 * @param code as `readAccessCode` gives it
 */
export function accessCodeHash(key: Uint8Array, { studyId, waveId }: WaveReference, code: string): string {
  return createHmac('sha256', key).update(`${studyId}/${waveId}/${code}`).digest('hex')
}

/** Spaces of every kind, dashes of every kind, and the marks of direction that come along when text is copied. */
const IGNORED = /[\s\p{Dash}\p{Cf}.]/gu

/** Each sign times its place from the right: ten different weights, as in an ISBN of ten signs. */
function weighted(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (LENGTH - place), 0)
}
