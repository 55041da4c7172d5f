import { createHmac } from 'node:crypto'
import type { Contact } from '@klankbord/model'

/**
 * What somebody is known by in another study: keyed hashes of the e-mail address, and of the name with the postal address.
 * Capitals, spaces and points make no difference. Without the key nobody can try addresses on them.
 *
 * @param key that of the installation's contacts
 */
export function personMarks(key: Uint8Array, { name, address, email }: Contact): readonly string[] {
  return [
    ...(email === null ? [] : [hashOf(key, ['email', email.trim().toLowerCase()])]),
    ...(address.length === 0 ? [] : [hashOf(key, ['person', ...[name, ...address].map(plain)])]),
  ]
}

/**
 * What people at one address share in a study, and only there; null without an address.
 *
 * @param given what the list itself says of the household; empty when it says nothing
 */
export function householdMark(key: Uint8Array, studyId: string, contact: Contact, given: string): string | null {
  if (given !== '') return hashOf(key, ['household', studyId, 'given', plain(given)])
  const { address } = contact
  return address.length === 0 ? null : hashOf(key, ['household', studyId, ...address.map(plain)])
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.,-]/gu, '')

function hashOf(key: Uint8Array, parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')
}
