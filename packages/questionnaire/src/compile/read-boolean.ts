import { CONSENT_KINDS, pointer, type ConsentKind, type Option, type Question } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { ownText } from './own-text.ts'
import { readOneOf } from './read-one-of.ts'
import type { Reading } from './reading.ts'

/**
 * What a boolean agrees to, and its two options: true (code 1), then false (code 2). Their labels may be left out in a
 * language of our own catalogues. Who does not tick a consent does not say no, but gives none.
 */
export function readBoolean(
  fields: Fields,
  reading: Reading,
): Pick<Question, 'consent'> & { readonly options: readonly Option[] } {
  const consent = readConsent(fields, reading)
  const unticked = consent === undefined ? 'no' : 'notGiven'
  return {
    ...(consent && { consent }),
    options: [
      { value: true, code: 1, text: ownText(fields, 'labelTrue', 'yes', reading) },
      { value: false, code: 2, text: ownText(fields, 'labelFalse', unticked, reading) },
    ],
  }
}

/** `quoteConsent` is how a consent to be quoted was written before there were others. */
function readConsent(fields: Fields, reading: Reading): ConsentKind | undefined {
  const consent = readOneOf(fields, 'consent', CONSENT_KINDS, reading)
  if (fields.boolean('quoteConsent') !== true) return consent
  if (consent !== undefined && consent !== 'quote') {
    const goesWith = `consent: "quote"`
    const path = pointer(fields.path, 'quoteConsent')
    reading.list.block('propertyNotHere', path, { property: 'quoteConsent', element: fields.element, goesWith })
  }
  return consent ?? 'quote'
}
