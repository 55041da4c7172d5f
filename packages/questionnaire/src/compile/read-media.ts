import { pointer, type LocalizedText } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { readLanguages } from './read-text.ts'
import type { Reading } from './reading.ts'

const DRAWING = /^[a-z0-9]+(-[a-z0-9]+)*$/
const ADDRESS = /^\/(?![/\\])[\w.~%/-]+$/
const EXPECTED_DRAWING = 'small letters, digits and single hyphens inside'
const EXPECTED_ADDRESS = 'an address on the same server, like /pictures/house.svg'
const LONGEST = 300

/** The drawing and the recording beside a question or an option. */
export function readMedia(
  fields: Fields,
  reading: Reading,
): { readonly pictogram?: string; readonly audio?: LocalizedText } {
  const pictogram = readPictogram(fields, reading)
  const audio = readAudio(fields, reading)
  return { ...(pictogram !== undefined && { pictogram }), ...(audio && { audio }) }
}

function readPictogram(fields: Fields, reading: Reading): string | undefined {
  const name = fields.string('pictogram')
  if (name !== undefined && (!DRAWING.test(name) || name.length > 64))
    reading.list.block('malformedName', pointer(fields.path, 'pictogram'), {
      name: shown(name),
      element: fields.element,
      expected: EXPECTED_DRAWING,
    })
  return name
}

/** A recording may be there in a few languages only, so a missing one is no missing translation. */
function readAudio(fields: Fields, reading: Reading): LocalizedText | undefined {
  const written = fields.raw('audio')
  if (written === undefined) return undefined
  const path = pointer(fields.path, 'audio')
  const addresses =
    typeof written === 'string' ? { [reading.source]: written } : readLanguages(written, path, fields.element, reading)
  for (const address of Object.values(addresses)) reportAddress(address, path, fields.element, reading)
  const entries = Object.entries(addresses).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** The address of the picture of an option, which must be there. */
export function readImage(fields: Fields, reading: Reading): string | undefined {
  const address = fields.string('imageLink')
  const { path, element } = fields
  if (address !== undefined) reportAddress(address, pointer(path, 'imageLink'), element, reading)
  else if (fields.has('imageLink') || !fields.wrote('imageLink'))
    reading.list.block('missingProperty', path, { property: 'imageLink', element })
  return address
}

/** Whatever a page shows comes from the server that sends the page: another one would learn who is answering. */
function reportAddress(address: string, path: string, element: string, reading: Reading): void {
  if (ADDRESS.test(address) && address.length <= LONGEST && !address.split('/').includes('..')) return
  reading.list.block('addressNotAllowed', path, { address: shown(address), element, expected: EXPECTED_ADDRESS })
}
