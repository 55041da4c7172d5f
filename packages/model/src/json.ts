import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Any value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one text of a JSON value: keys sorted by code unit, no white space, absent keys left out.
 * Equal values give equal texts whatever the order in which their keys were written.
 *
 * @example canonicalJson({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = value as Readonly<Record<string, unknown>>
    let text = ''
    // Without a function that compares them, texts are sorted by code unit.
    for (const key of Object.keys(fields).toSorted()) {
      const item = fields[key]
      if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`
    }
    return `{${text}}`
  }
  return JSON.stringify(value ?? null)
}

/**
 * SHA-256 of the canonical JSON of a value, as 64 hexadecimal digits. Works where `crypto.subtle` is
 * withheld (plain http on a local network) and without waiting.
 *
 * @example contentHash({ a: 1 }) === contentHash(JSON.parse('{"a":1}')) // true
 */
export function contentHash(value: unknown): string {
  return textHash(canonicalJson(value))
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
