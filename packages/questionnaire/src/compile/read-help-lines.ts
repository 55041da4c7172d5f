import { pointer, type HelpLine, type Json } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import type { Properties } from './profile.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readObjects } from './read-objects.ts'
import type { Reading } from './reading.ts'
import { isObject, kindOf, type JsonObject } from './snapshot.ts'

const PROPERTIES: Properties = { name: 'string', title: 'text', phone: 'string', hours: 'text', text: 'text' }
const MOST = 20
const MOST_OF_ONE = 5
const PHONE = /^\+?[\d\s().–-]{3,30}$/
const EXPECTED_PHONE = '3 to 15 digits, with spaces and hyphens between them, and a + before the code of a country'

/** The names in the list of help lines, before it is read. */
export function helpLineNames(definition: JsonObject): readonly string[] {
  const written = definition['helpLines']
  if (!Array.isArray(written)) return []
  return written.flatMap((item: Json) => (isObject(item) && typeof item['name'] === 'string' ? [item['name']] : []))
}

/** Reads the help lines of a questionnaire. Their names are their own: a question may have the same. */
export function readHelpLines(questionnaire: Fields, reading: Reading): readonly HelpLine[] {
  const taken: TakenNames = new Map()
  const read = { property: 'helpLines', called: 'help line', properties: PROPERTIES, most: MOST }
  return readObjects(questionnaire, read, reading).flatMap((fields) => {
    const name = readName(fields, taken, reading.list)
    const title = fields.neededText('title')
    const phone = readPhone(fields, reading)
    const hours = fields.text('hours')
    const text = fields.text('text')
    if (name === undefined) return []
    return {
      name,
      path: fields.path,
      title,
      ...(phone !== undefined && { phone }),
      ...(hours && { hours }),
      ...(text && { text }),
    }
  })
}

function readPhone(fields: Fields, reading: Reading): string | undefined {
  const phone = fields.string('phone')?.trim()
  if (phone === undefined) return undefined
  const digits = phone.replaceAll(/\D/g, '').length
  if (!PHONE.test(phone) || digits < 3 || digits > 15)
    reading.list.block('malformedPhone', pointer(fields.path, 'phone'), {
      phone: shown(phone),
      element: fields.element,
      expected: EXPECTED_PHONE,
    })
  return phone
}

/** The help lines that a question names, each once; one that the questionnaire has not is reported. */
export function readHelpLine(fields: Fields, reading: Reading): readonly string[] {
  const written = fields.raw('helpLine')
  if (written === undefined) return []
  const { path, element } = fields
  const at = pointer(path, 'helpLine')
  const named = Array.isArray(written) ? written : [written]
  if (named.length > MOST_OF_ONE)
    reading.list.block('definitionTooLarge', at, { what: `help lines of ${element}`, limit: MOST_OF_ONE })
  const names = named.slice(0, MOST_OF_ONE).flatMap((name) => {
    if (typeof name !== 'string') {
      const expected = 'a name, or a list of names'
      reading.list.block('wrongPropertyType', at, { property: 'helpLine', element, expected, found: kindOf(name) })
      return []
    }
    if (!reading.helpLines.includes(name))
      reading.list.block('unknownHelpLine', at, { name: shown(name), element }, (near) => near(name, reading.helpLines))
    return [name]
  })
  return [...new Set(names)]
}
