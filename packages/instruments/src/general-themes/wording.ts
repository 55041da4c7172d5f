import { wordingFrom, type Catalogue, type Wording } from '../wording.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** The texts of the general questionnaire, by language. */
export const GENERAL_TEXTS: Catalogue<keyof typeof nl> = { nl, en }

/** A text of the general questionnaire. @example generalWording('prompt').en // 'How are things with this?' */
export const generalWording: Wording<keyof typeof nl> = wordingFrom(GENERAL_TEXTS)
