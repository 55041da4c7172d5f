import type { Option } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { ownText } from './own-text.ts'
import type { Reading } from './reading.ts'

/** The two options of a boolean: true (code 1), then false (code 2). Their labels may be left out in a language of our own catalogues. */
export function readBoolean(fields: Fields, reading: Reading): readonly Option[] {
  return [
    { value: true, code: 1, text: ownText(fields, 'labelTrue', 'yes', reading) },
    { value: false, code: 2, text: ownText(fields, 'labelFalse', 'no', reading) },
  ]
}
