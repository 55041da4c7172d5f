import { randomBytes } from 'node:crypto'

/** Where random bits come from, as an argument, so that a test can fix them. */
export interface Randomness {
  bytes(count: number): Uint8Array
}

export const systemRandomness: Randomness = { bytes: (count) => randomBytes(count) }

/** A random UUID (version 4). */
export function randomId(randomness: Randomness): string {
  return uuidFrom(randomness.bytes(16), 4)
}

/** A secret of 256 bits that fits in a link or a cookie. */
export function randomToken(randomness: Randomness): string {
  return Buffer.from(randomness.bytes(32)).toString('base64url')
}

/**
 * A UUID of these 16 bytes, marked with its version: 4 for random ones, 8 for ones that follow from content.
 *
 * @example uuidFrom(new Uint8Array(16), 8) // '00000000-0000-8000-8000-000000000000'
 */
export function uuidFrom(bytes: Uint8Array, version: 4 | 8): string {
  const hex = Buffer.from(bytes.subarray(0, 16))
  hex[6] = ((hex[6] ?? 0) & 0x0f) | (version << 4)
  hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80
  const text = hex.toString('hex')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
