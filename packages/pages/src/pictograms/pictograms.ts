import { CARE } from './care.ts'
import { DAYTIME } from './daytime.ts'
import { FACES } from './faces.ts'
import { HOME } from './home.ts'
import type { Pictogram } from './pictogram.ts'

/**
 * The drawings that a definition can name as `pictogram`. A name that is not among them shows the words alone. Map, not
 * an object: a name like `constructor` is no drawing.
 */
export const PICTOGRAMS: ReadonlyMap<string, Pictogram> = new Map(
  Object.entries({ ...FACES, ...HOME, ...CARE, ...DAYTIME }),
)
