import { hkdfSync } from 'node:crypto'
import { paddedJson, seal, unseal, type RandomBytes } from '../contacts/contact-cipher.ts'
import type { PaperForm } from './paper-entries.ts'

/**
 * Seals what somebody typed of a paper form. Beside it stands whose code it is and who typed it, so neither the database
 * nor a backup may give away the answers without the key of the installation. Bound to the form and the person.
 *
 * @param key from which the one for paper follows; 32 bytes
 */
export function sealPaper(
  typed: unknown,
  key: Uint8Array,
  form: PaperForm,
  enteredBy: string,
  random: RandomBytes,
): Buffer {
  return seal(paddedJson(typed), paperKey(key), bondOf(form, enteredBy), random)
}

/** What was typed; null when it was sealed with another key or for another form or person. */
export function openPaper(sealed: Uint8Array, key: Uint8Array, form: PaperForm, enteredBy: string): unknown {
  const opened = unseal(sealed, paperKey(key), bondOf(form, enteredBy))
  return opened === null ? null : (JSON.parse(opened.toString('utf8')) as unknown)
}

function paperKey(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), 'klankbord/paperEntries', 32))
}

const bondOf = ({ studyId, waveId, formHash }: PaperForm, enteredBy: string): readonly string[] => [
  'klankbord-paper-entry/1',
  studyId,
  waveId,
  formHash,
  enteredBy,
]
