import type { LocalizedText } from '@klankbord/model'
import { html, type Html } from '../html.ts'

/** A drawing of the project with the words that it stands for, in Dutch and English. */
export interface Pictogram {
  /** Beside a picture there are always words; an author's own words go before these. */
  readonly words: LocalizedText
  /** Hidden from screen readers, since the words beside it say the same. */
  readonly drawing: Html
}

/** Pictograms by the name that a definition gives as `pictogram`. */
export type Pictograms = Readonly<Record<string, Pictogram>>

/**
 * A drawing in the one style: a field of 64 by 64, ink lines 3 wide with round ends, and beside white only the two
 * fills `fill` (pale) and `warm`. `solid` is for dots. Colours come from the page, so that they follow forced colours.
 */
export function pictogram(nl: string, en: string, path: Html): Pictogram {
  return {
    words: { nl, en },
    drawing: html`<svg class="drawing picture" viewBox="0 0 64 64" aria-hidden="true">${path}</svg>`,
  }
}
