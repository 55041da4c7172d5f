import { pointer, type LocalizedText } from '@klankbord/model'
import { ourText, type OurWord } from '../text/our-words.ts'
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

/** A text that may be left out in a language of our own catalogues, which then give it. */
export function ownText(fields: Fields, property: string, word: OurWord, reading: Reading): LocalizedText {
  const written = fields.text(property)
  if (written) return written
  const text = ourText(word)
  if (!Object.hasOwn(text, reading.source))
    reading.list.block('missingText', pointer(fields.path, property), { property, element: fields.element })
  reading.ownTexts.push({ path: pointer(fields.path, property), element: `${property} of ${fields.element}`, text })
  return text
}
