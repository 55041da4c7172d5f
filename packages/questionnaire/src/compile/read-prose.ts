import { pointer, type LocalizedText } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { parseProse } from './parse-prose.ts'
import type { Reading } from './reading.ts'
import { isObject } from './snapshot.ts'

const MOST_CHARACTERS = 20_000

/**
 * Reads prose: HTML of a few tags, written in one way so that every page may show it as it is. `{name}` stays in it
 * as it stands. Whatever else is written blocks, and names what is allowed.
 *
 * @returns an empty text where there is none, or one with faults; both are reported
 */
export function readProse(fields: Fields, property: string, reading: Reading): LocalizedText {
  const written = fields.raw(property)
  const before = reading.texts.length
  const source = fields.neededText(property)
  const perLanguage = isObject(written)
  const html: Record<string, string> = {}
  const faulty: Record<string, string> = {}
  for (const [language, text] of Object.entries(source)) {
    const key = perLanguage && !Object.hasOwn(written, language) ? 'default' : language
    const path = perLanguage ? pointer(fields.path, property, key) : pointer(fields.path, property)
    const prose = readOne(text, path, `${property} of ${fields.element}`, reading)
    if (prose !== null) html[language] = prose
    else faulty[language] = ''
  }
  // Pipes are looked for in what is shown: a brace can be written as a character reference.
  const read = { ...html, ...faulty }
  reading.texts.splice(
    before,
    1,
    ...reading.texts.slice(before, before + 1).map((text) => ({ ...text, text: read, prose: true }) as const),
  )
  return html
}

function readOne(text: string, path: string, element: string, reading: Reading): string | null {
  if (text.length > MOST_CHARACTERS) {
    reading.list.block('definitionTooLarge', path, { what: `characters in ${element}`, limit: MOST_CHARACTERS })
    return null
  }
  const parsed = parseProse(text)
  if ('faults' in parsed) {
    for (const { what, allowed, suggestion } of parsed.faults)
      reading.list.block('htmlNotAllowed', path, { what, element, allowed }, () => suggestion)
    return null
  }
  if (!parsed.words) reading.list.block('missingText', path, { property: 'words', element })
  return parsed.html
}
