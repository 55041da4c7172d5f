import { textHash } from '@klankbord/model'
import { normaliseCode } from '../withdrawal-code.ts'

/** Letters and digits that cannot be taken for one another: no 0 O 1 I L. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 12
const GROUP = 4
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/**
 * A code to withdraw a response with: three groups of four, about 59 random bits.
 *
 * @param randomness gives random bytes, as many as are asked for
 * @example withdrawalCode({ bytes: randomBytes }) // 'K7MD-29XW-PQ4A'
 */
export function withdrawalCode(randomness: { bytes(count: number): Uint8Array }): string {
  const signs: string[] = []
  while (signs.length < LENGTH) {
    for (const byte of randomness.bytes(LENGTH)) {
      // Bytes beyond the largest multiple are thrown away, so that every sign is equally likely.
      const sign = byte < 256 - (256 % ALPHABET.length) ? ALPHABET[byte % ALPHABET.length] : undefined
      if (sign !== undefined && signs.length < LENGTH) signs.push(sign)
    }
  }
  return grouped(signs.join(''))
}

/**
 * The code as it was handed out, from how somebody typed it; null when it cannot be one.
 *
 * @example handedOutCode(' k7md 29xw-pq4a') // 'K7MD-29XW-PQ4A'
 */
export function handedOutCode(typed: string): string | null {
  const signs = normaliseCode(typed)
  return CODE.test(signs) ? grouped(signs) : null
}

/** All that is stored of a code: SHA-256 of its normalised form, in hexadecimal. */
export function withdrawalHash(code: string): string {
  return textHash(code)
}

function grouped(signs: string): string {
  return [signs.slice(0, GROUP), signs.slice(GROUP, 2 * GROUP), signs.slice(2 * GROUP)].join('-')
}
