import type { Json } from '@klankbord/model'
import definition from './every-kind.json' with { type: 'json' }

/** A file that a definition shows from the folder `pictures`. */
export interface SamplePicture {
  readonly name: string
  readonly drawing: string
}

/**
 * A definition with each kind of question that a page can ask, once, and with consents, a practice question, help lines
 * and the offer to be contacted again: to see and to try, in three languages. It measures nothing.
 */
export const everyKind: Json = definition

/** The pictures that it shows. */
export const everyKindPictures: readonly SamplePicture[] = [
  { name: 'house.svg', drawing: drawn('M16 28v25h32V28L32 14z', 'm9 33 23-20 23 20M27 53V40h10v13') },
  { name: 'rest.svg', drawing: drawn('M12 40h40v12H12z', 'M12 52V24M52 52V40H12M20 40v-6h12v6') },
]

/** A drawing in the style of the pictograms, which takes no colours from a page. */
function drawn(fill: string, lines: string): string {
  const [white, ink] = ['#e3f0ef', '#1b2a33']
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="${fill}" fill="${white}"/><path d="${lines}" fill="none" stroke="${ink}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`
}
