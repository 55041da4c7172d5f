import { styleSource } from './style-source.ts'
import { CROSSING_STYLE } from './style/crossing-style.ts'
import { FIGURE_STYLE } from './style/figure-style.ts'
import { NARROW_STYLE } from './style/narrow-style.ts'
import { PAGE_STYLE } from './style/page-style.ts'
import { PATTERN_STYLE } from './style/pattern-style.ts'
import { PRINT_STYLE } from './style/print-style.ts'

/** The one style element of the page; the same for every publication, so that its hash is too. */
export const REPORT_STYLE: string = [PAGE_STYLE, FIGURE_STYLE, NARROW_STYLE, PRINT_STYLE, PATTERN_STYLE, CROSSING_STYLE]
  .join('')
  .trim()

/** Sources for `style-src` in the Content-Security-Policy of a report page. */
export const REPORT_STYLE_SOURCES: readonly string[] = [styleSource(REPORT_STYLE)]
