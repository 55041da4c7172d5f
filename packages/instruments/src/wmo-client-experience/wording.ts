import { wordingFrom, type Wording } from '../wording.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** The name of a text of the Wmo questionnaire. */
export type WordingKey = keyof typeof nl

/** A text of the Wmo questionnaire. @example wording('district').en // 'In which part of the municipality do you live?' */
export const wording: Wording<WordingKey> = wordingFrom({ nl, en })
