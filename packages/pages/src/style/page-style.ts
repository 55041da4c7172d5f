import { textHash } from '@klankbord/model'
import { BASE_STYLE } from './base.ts'
import { LETTER_STYLE } from './letter.ts'
import { QUESTION_STYLE } from './question.ts'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The one style of every page, without the white space that only its authors need. */
export const PAGE_STYLE: string = squeeze(BASE_STYLE + QUESTION_STYLE + LETTER_STYLE)

/** What a Content-Security-Policy must allow as `style-src` for the pages to look as they should. */
export const PAGE_STYLE_SOURCES: readonly string[] = [`'sha256-${base64(textHash(PAGE_STYLE))}'`]

function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([{;][a-z0-9-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}

/** Base64 of bytes written as hexadecimal digits; six bits at a time, so no platform API is needed. */
function base64(hex: string): string {
  const bits = Array.from(hex, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const letters = bits.match(/.{1,6}/g)?.map((six) => BASE64[Number.parseInt(six.padEnd(6, '0'), 2)]) ?? []
  return letters.join('').padEnd(Math.ceil(letters.length / 4) * 4, '=')
}
