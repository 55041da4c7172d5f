import { pointer, type Catalogue, type LocalizedText } from '@klankbord/model'
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

type Key = 'yes' | 'no' | 'other'

const CATALOGUES: Readonly<Record<string, Catalogue<Key>>> = { nl, en }

/** A text that may be left out in a language of our own catalogues, which then give it. */
export function ownText(fields: Fields, property: string, key: Key, reading: Reading): LocalizedText {
  const written = fields.text(property)
  if (written) return written
  const text = Object.fromEntries(Object.entries(CATALOGUES).map(([language, words]) => [language, words[key]]))
  if (!Object.hasOwn(text, reading.source))
    reading.list.block('missingText', pointer(fields.path, property), { property, element: fields.element })
  reading.ownTexts.push({ path: pointer(fields.path, property), element: `${property} of ${fields.element}`, text })
  return text
}
