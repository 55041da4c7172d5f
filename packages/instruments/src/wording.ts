import type { LocalizedText } from '@klankbord/model'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

/** The name of a text of the instruments. */
export type WordingKey = keyof typeof nl

/** A text of the instruments in all its languages. @example wording('yes') // { nl: 'Ja', en: 'Yes' } */
export function wording(key: WordingKey): LocalizedText {
  return { nl: nl[key], en: en[key] }
}
