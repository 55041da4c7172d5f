import { html, type Html } from './html.ts'

const drawing = (path: Html): Html =>
  html`<svg class="drawing picture" viewBox="0 0 64 64" aria-hidden="true">${path}</svg>`

/** Eyes that are the same on most faces. */
const EYES = html`<circle class="solid" cx="24" cy="27" r="3" /><circle class="solid" cx="40" cy="27" r="3" />`

const face = (path: Html): Html => drawing(html`<circle class="fill" cx="32" cy="32" r="27" />${path}`)

/**
 * The drawings that a definition can name as `pictogram`. A name that is not among them shows the words alone. Map, not
 * an object: a name like `constructor` is no drawing.
 */
export const PICTOGRAMS: ReadonlyMap<string, Html> = new Map([
  [
    'house',
    drawing(html`<path class="fill" d="M16 28v25h32V28L32 14z" /><path d="m9 33 23-20 23 20M27 53V40h10v13" />`),
  ],
  ['clock', drawing(html`<circle class="fill" cx="32" cy="32" r="22" /><path d="M32 19v13l9 6" />`)],
  [
    'people',
    drawing(
      html`<path class="fill" d="M9 53c0-10 5-16 14-16s14 6 14 16z" /><circle
          class="warm"
          cx="23"
          cy="24"
          r="8"
        /><circle class="warm" cx="44" cy="27" r="6.5" /><path d="M40 39c9-2 16 4 16 14H44" />`,
    ),
  ],
  [
    'health',
    drawing(
      html`<path
          class="warm"
          d="M32 54S10 41 10 26c0-8 5.5-13 12-13 4.5 0 8 2.5 10 7 2-4.5 5.5-7 10-7 6.5 0 12 5 12 13 0 15-22 28-22 28z"
        /><path d="M17 32h9l4-7 5 13 4-6h8" />`,
    ),
  ],
  [
    'money',
    drawing(
      html`<circle class="warm" cx="41" cy="24" r="14" /><circle class="fill" cx="25" cy="38" r="17" /><path
          d="M31 31.5a9 9 0 1 0 0 13M14 36h12M14 40.5h12"
        />`,
    ),
  ],
  [
    'sun',
    drawing(
      html`<circle class="warm" cx="32" cy="32" r="12" /><path
          d="M32 7v6M32 51v6M7 32h6M51 32h6M14.3 14.3l4.3 4.3M45.4 45.4l4.3 4.3M14.3 49.7l4.3-4.3M45.4 18.6l4.3-4.3"
        />`,
    ),
  ],
  [
    'cup',
    drawing(
      html`<path class="fill" d="M12 30h34v10c0 8-6 14-14 14h-6c-8 0-14-6-14-14z" /><path
          d="M46 34h3a6.5 6.5 0 0 1 0 13h-5M22 22c-4-4 4-6 0-11M35 22c-4-4 4-6 0-11"
        />`,
    ),
  ],
  [
    'face-delighted',
    face(
      html`<path d="M18 27c1.5-4 7.5-4 9 0M37 27c1.5-4 7.5-4 9 0" /><path
          d="M18 36h28c0 8.5-6 14-14 14s-14-5.5-14-14z"
        />`,
    ),
  ],
  ['face-glad', face(html`${EYES}<path d="M20 39c3 5.5 7 8 12 8s9-2.5 12-8" />`)],
  ['face-calm', face(html`${EYES}<path d="M22 43h20" />`)],
  ['face-sad', face(html`${EYES}<path d="M22 46c2.5-4 6-6 10-6s7.5 2 10 6" />`)],
  ['face-upset', face(html`${EYES}<path d="m17 21 8 4M47 21l-8 4M20 48c2.5-7 6.5-10 12-10s9.5 3 12 10" />`)],
])
