import { html } from '../html.ts'
import { pictogram, type Pictograms } from './pictogram.ts'

/** What one does, and how one gets there. */
export const DAYTIME: Pictograms = {
  sun: pictogram(
    'Overdag',
    'During the day',
    html`<circle class="warm" cx="32" cy="32" r="12" /><path
        d="M32 7v6M32 51v6M7 32h6M51 32h6M14.3 14.3l4.3 4.3M45.4 45.4l4.3 4.3M14.3 49.7l4.3-4.3M45.4 18.6l4.3-4.3"
      />`,
  ),
  cup: pictogram(
    'Rust',
    'Rest',
    html`<path class="fill" d="M12 30h34v10c0 8-6 14-14 14h-6c-8 0-14-6-14-14z" /><path
        d="M46 34h3a6.5 6.5 0 0 1 0 13h-5M22 22c-4-4 4-6 0-11M35 22c-4-4 4-6 0-11"
      />`,
  ),
  activity: pictogram(
    'Dagbesteding',
    'Daytime activities',
    html`<path
        class="fill"
        d="M32 10C18 10 7 19 7 32s11 22 25 22c5 0 6-3 5-7-1-5 1-8 6-8h7c5 0 7-3 7-8 0-12-11-21-25-21z"
      /><circle class="warm" cx="20" cy="27" r="4" /><circle class="warm" cx="33" cy="20" r="4" /><circle
        class="warm"
        cx="46"
        cy="27"
        r="4"
      /><circle class="solid" cx="22" cy="41" r="3" />`,
  ),
  work: pictogram(
    'Werk',
    'Work',
    html`<path class="fill" d="M11 21h42a4 4 0 0 1 4 4v25a4 4 0 0 1-4 4H11a4 4 0 0 1-4-4V25a4 4 0 0 1 4-4z" /><path
        d="M23 21v-6a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v6M7 36h19M38 36h19"
      /><path class="warm" d="M26 32h12v9H26z" />`,
  ),
  school: pictogram(
    'School',
    'School',
    html`<path class="fill" d="M7 55V33h15l10-9 10 9h15v22z" /><path
        d="M32 24V9M3 55h58M28 55V45h8v10M14 41v5M50 41v5"
      /><path class="warm" d="M32 9h13l-4 4 4 4H32z" /><circle class="solid" cx="32" cy="36" r="3" />`,
  ),
  transport: pictogram(
    'Vervoer',
    'Transport',
    html`<path class="fill" d="M12 14h37a6 6 0 0 1 6 5l3 14v14H7V19a5 5 0 0 1 5-5z" /><path
        d="M7 33h51M23 14v19M40 14v19"
      /><circle class="warm" cx="20" cy="48" r="6" /><circle class="warm" cx="46" cy="48" r="6" />`,
  ),
}
