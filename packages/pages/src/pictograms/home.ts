import { html } from '../html.ts'
import { pictogram, type Pictograms } from './pictogram.ts'

/** Where one lives and who is there. */
export const HOME: Pictograms = {
  house: pictogram(
    'Huis',
    'Home',
    html`<path class="fill" d="M16 28v25h32V28L32 14z" /><path d="m9 33 23-20 23 20M27 53V40h10v13" />`,
  ),
  neighbourhood: pictogram(
    'Buurt',
    'Neighbourhood',
    html`<path class="fill" d="M6 54V33l11-10 11 10v21z" /><path class="warm" d="M28 54V24l9-9 9 9v30z" /><path
        d="M14 54V43h6v11M34 31h6M34 40h6M3 54h58M54 54V42"
      /><circle class="fill" cx="54" cy="36" r="6" />`,
  ),
  people: pictogram(
    'Mensen',
    'People',
    html`<path class="fill" d="M9 53c0-10 5-16 14-16s14 6 14 16z" /><circle class="warm" cx="23" cy="24" r="8" /><circle
        class="warm"
        cx="44"
        cy="27"
        r="6.5"
      /><path d="M40 39c9-2 16 4 16 14H44" />`,
  ),
  child: pictogram(
    'Kind',
    'Child',
    html`<path class="fill" d="M16 56c0-12 2-20 9-20s9 8 9 20z" /><circle class="warm" cx="25" cy="26" r="9" /><path
        d="M33 41l11-6V28"
      /><path class="warm" d="M44 28c-5-3-8-7-8-11a8 8 0 0 1 16 0c0 4-3 8-8 11z" />`,
  ),
  safe: pictogram(
    'Veilig',
    'Safe',
    html`<path class="fill" d="M32 8 53 16v15c0 13-9 21-21 26-12-5-21-13-21-26V16z" /><path
        class="warm"
        d="M32 44s-11-6-11-14c0-4 2.5-6 5.5-6 2.5 0 4.5 1.5 5.5 4 1-2.5 3-4 5.5-4 3 0 5.5 2 5.5 6 0 8-11 14-11 14z"
      />`,
  ),
  sleep: pictogram(
    'Slapen',
    'Sleep',
    html`<path class="fill" d="M24 46V35h25a8 8 0 0 1 8 8v3z" /><circle class="warm" cx="16" cy="37" r="6" /><path
        d="M7 20v36M7 46h50v10"
      /><path class="warm" d="M47 8a10 10 0 1 0 10 13 8 8 0 0 1-10-13z" />`,
  ),
  food: pictogram(
    'Eten',
    'Food',
    html`<circle class="fill" cx="33" cy="33" r="15" /><circle class="warm" cx="33" cy="33" r="7.5" /><path
        d="M6 12v10c0 3 2 5 4.5 5s4.5-2 4.5-5V12M10.5 12v42M54 54V12c4 4 6 12 5 21h-5"
      />`,
  ),
  money: pictogram(
    'Geld',
    'Money',
    html`<circle class="warm" cx="41" cy="24" r="14" /><circle class="fill" cx="25" cy="38" r="17" /><path
        d="M31 31.5a9 9 0 1 0 0 13M14 36h12M14 40.5h12"
      />`,
  ),
}
