import { hashSource } from '../hash-source.ts'
import { BASE_STYLE } from './base.ts'
import { LETTER_STYLE } from './letter.ts'
import { QUESTION_STYLE } from './question.ts'

/** The one style of every page, without the white space that only its authors need. */
export const PAGE_STYLE: string = squeeze(BASE_STYLE + QUESTION_STYLE + LETTER_STYLE)

/** What a Content-Security-Policy must allow as `style-src` for the pages to look as they should. */
export const PAGE_STYLE_SOURCES: readonly string[] = [hashSource(PAGE_STYLE)]

function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([{;][a-z0-9-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}
