import { textHash } from '@klankbord/model'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * What a Content-Security-Policy allows a style or a script by that stands in the page.
 *
 * @example hashSource('') // "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
 */
export function hashSource(text: string): string {
  return `'sha256-${base64(textHash(text))}'`
}

/** Base64 of bytes written as hexadecimal digits; six bits at a time, so no platform API is needed. */
function base64(hex: string): string {
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const letters = bits.match(/.{1,6}/g)?.map((six) => BASE64[Number.parseInt(six.padEnd(6, '0'), 2)]) ?? []
  return letters.join('').padEnd(Math.ceil(letters.length / 4) * 4, '=')
}
