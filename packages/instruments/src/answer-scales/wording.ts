import { wordingFrom, type Wording } from '../wording.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** The name of a text of the answer scales. */
export type ScaleWordingKey = keyof typeof nl

/** A text of the answer scales. @example scaleWording('yes') // { nl: 'Ja', en: 'Yes' } */
export const scaleWording: Wording<ScaleWordingKey> = wordingFrom({ nl, en })
