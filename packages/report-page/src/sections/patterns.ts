import { html, markup, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/**
 * The choice to see charts in patterns. The page's style does the rest, without a script; charts on paper follow the choice.
 */
export function patterns({ text }: ReportContent): Html {
  return html`<p class="look">
      <label><input type="checkbox" id="patterns" /> ${text('patterns')}</label>
    </p>
    ${PATTERNS}`
}

const pattern = (id: string, className: string, parts: string): string =>
  `<pattern id="${id}" class="pt" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="${className}" width="8" height="8"/>${parts}</pattern>`

const PATTERNS = markup(
  `<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">${[
    pattern('pattern-1', 's1', '<path class="pl" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>'),
    pattern('pattern-2', 's2', '<path class="p1" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>'),
    pattern('pattern-3', 's3', '<path class="p3" d="M0 4h8"/>'),
    pattern('pattern-4', 's4', '<circle class="p5" cx="4" cy="4" r="1.25"/>'),
    pattern('pattern-5', 's5', '<circle class="pw" cx="4" cy="4" r="1.25"/>'),
    pattern('pattern-under', 'pu', '<path class="pl" d="M0 4h8M4 0v8"/>'),
  ].join('')}</svg>`,
)
