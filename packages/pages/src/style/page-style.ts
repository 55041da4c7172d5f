import { hashSource } from '../hash-source.ts'
import { BASE_STYLE } from './base.ts'
import { forOlderBrowsers } from './for-older-browsers.ts'
import { LETTER_STYLE } from './letter.ts'
import { LOOK_STYLE } from './look.ts'
import { physical, type Direction } from './physical.ts'
import { QUESTION_STYLE } from './question.ts'
import { READING_STYLE } from './reading.ts'

const STYLES: Readonly<Record<Direction, string>> = { ltr: styleFor('ltr'), rtl: styleFor('rtl') }

/** The style of every page whose lines run this way, without the white space that only its authors need. */
export function pageStyle(direction: Direction): string {
  return STYLES[direction]
}

/** What a Content-Security-Policy must allow as `style-src` for the pages to look as they should. */
export const PAGE_STYLE_SOURCES: readonly string[] = [hashSource(STYLES.ltr), hashSource(STYLES.rtl)]

function styleFor(direction: Direction): string {
  return forOlderBrowsers(
    physical(squeeze(BASE_STYLE + QUESTION_STYLE + LETTER_STYLE + LOOK_STYLE + READING_STYLE), direction),
  )
}

function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([{;][a-z0-9-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}
