import { pointer } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { VALUE_SYNONYMS } from './outside-profile.ts'
import type { Reading } from './reading.ts'

/** Reads a property that takes one of a few words; reports any other word. */
export function readOneOf<Value extends string>(
  fields: Fields,
  property: string,
  allowed: readonly Value[],
  reading: Reading,
): Value | undefined {
  const written = fields.raw(property)
  if (typeof written !== 'string') return undefined
  const known = allowed.find((value) => value === written)
  if (known === undefined)
    reading.list.block(
      'unknownPropertyValue',
      pointer(fields.path, property),
      { property, element: fields.element, found: shown(written), allowed },
      (near) => allowed.find((value) => value === synonymOf(written)) ?? near(written, allowed),
    )
  return known
}

const synonymOf = (written: string): string | undefined =>
  Object.hasOwn(VALUE_SYNONYMS, written.toLowerCase()) ? VALUE_SYNONYMS[written.toLowerCase()] : undefined
