import { pointer, type Catalogue, type LocalizedText, type Option } from '@klankbord/model'
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

const CATALOGUES: Readonly<Record<string, Catalogue<'yes' | 'no'>>> = { nl, en }

/** The two options of a boolean: true (code 1), then false (code 2). Their labels may be left out in a language of our own catalogues. */
export function readBoolean(fields: Fields, reading: Reading): readonly Option[] {
  return [
    { value: true, code: 1, text: label(fields, 'labelTrue', 'yes', reading) },
    { value: false, code: 2, text: label(fields, 'labelFalse', 'no', reading) },
  ]
}

function label(fields: Fields, property: string, key: 'yes' | 'no', reading: Reading): LocalizedText {
  const written = fields.text(property)
  if (written) return written
  const text = Object.fromEntries(Object.entries(CATALOGUES).map(([language, words]) => [language, words[key]]))
  if (!Object.hasOwn(text, reading.source))
    reading.list.block('missingText', pointer(fields.path, property), { property, element: fields.element })
  reading.ownTexts.push({ path: pointer(fields.path, property), element: `${property} of ${fields.element}`, text })
  return text
}
