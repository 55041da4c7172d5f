import { html, type Html } from './html.ts'
import { drawing } from './icons.ts'

/** Drawings of the three promises on the first page. */
export const PROMISE_DRAWINGS: Readonly<Record<'clock' | 'shield' | 'door', Html>> = {
  clock: drawing(html`<circle class="fill" cx="32" cy="32" r="22" /><path d="M32 19v13l9 6" />`),
  shield: drawing(
    html`<path class="fill" d="M32 10 51 17v14c0 12-8 20-19 24-11-4-19-12-19-24V17z" /><path d="m24 32 6 6 11-12" />`,
  ),
  door: drawing(
    html`<path class="fill" d="M18 54V12h24v42z" /><path d="M10 54h44M42 18h6v36" /><circle
        class="solid"
        cx="36"
        cy="34"
        r="2.5"
      />`,
  ),
}
