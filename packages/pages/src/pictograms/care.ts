import { html } from '../html.ts'
import { pictogram, type Pictograms } from './pictogram.ts'

/** Health and help, and the ways to them. */
export const CARE: Pictograms = {
  health: pictogram(
    'Gezondheid',
    'Health',
    html`<path
        class="warm"
        d="M32 54S10 41 10 26c0-8 5.5-13 12-13 4.5 0 8 2.5 10 7 2-4.5 5.5-7 10-7 6.5 0 12 5 12 13 0 15-22 28-22 28z"
      /><path d="M17 32h9l4-7 5 13 4-6h8" />`,
  ),
  help: pictogram(
    'Hulp',
    'Help',
    html`<path
        class="warm"
        d="M36 29s-11-6-11-13c0-4 2.5-6.5 5.5-6.5 2.5 0 4.5 1.5 5.5 4 1-2.5 3-4 5.5-4 3 0 5.5 2.5 5.5 6.5 0 7-11 13-11 13z"
      /><path
        class="fill"
        d="M16 40h8c5 0 6 4 11 4h5a4 4 0 0 1 0 8h4l9-8a4 4 0 0 1 5 6c-7 6-13 9-20 9-9 0-13-5-22-5z"
      /><path d="M29 52h11M6 37h10v20H6" />`,
  ),
  doctor: pictogram(
    'Dokter',
    'Doctor',
    html`<path d="M16 9h-6v14a12 12 0 0 0 24 0V9h-6M22 35v7a13 13 0 0 0 26 0v-6" /><circle
        class="warm"
        cx="48"
        cy="29"
        r="7"
      /><circle class="solid" cx="48" cy="29" r="2" />`,
  ),
  talk: pictogram(
    'Gesprek',
    'Talk',
    html`<path
        class="warm"
        d="M28 26h26a4 4 0 0 1 4 4v15a4 4 0 0 1-4 4h-2v8l-9-8H28a4 4 0 0 1-4-4V30a4 4 0 0 1 4-4z"
      /><path
        class="fill"
        d="M10 9h28a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H21l-9 8v-8h-2a4 4 0 0 1-4-4V13a4 4 0 0 1 4-4z"
      /><path d="M15 18h18M15 25h11" />`,
  ),
  phone: pictogram(
    'Telefoon',
    'Telephone',
    html`<path
        class="fill"
        d="m19 10 7 1 4 12-6 5c3 6 6 9 12 12l5-6 12 4 1 7c0 6-4 10-10 9C27 52 12 37 10 20c-1-6 3-10 9-10z"
      /><path d="M38 20a10 10 0 0 1 6 6M40 9a20 20 0 0 1 15 15" />`,
  ),
  letter: pictogram(
    'Brief',
    'Letter',
    html`<path class="fill" d="M10 14h44a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H10a3 3 0 0 1-3-3V17a3 3 0 0 1 3-3z" /><path
        class="warm"
        d="m8 15 24 20 24-20"
      />`,
  ),
  waiting: pictogram(
    'Wachten',
    'Waiting',
    html`<path class="fill" d="M15 33c0-4 3-6 6-6s6 2 6 6v8h9a4 4 0 0 1 4 4v11h-7v-8H15z" /><circle
        class="warm"
        cx="21"
        cy="17"
        r="6.5"
      /><path d="M8 28v28M8 48h7" /><circle class="warm" cx="48" cy="17" r="11" /><path d="M48 11v6l4 3" />`,
  ),
  clock: pictogram('Tijd', 'Time', html`<circle class="fill" cx="32" cy="32" r="22" /><path d="M32 19v13l9 6" />`),
}
