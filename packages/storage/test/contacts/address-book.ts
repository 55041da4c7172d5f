import type { Contact } from '@klankbord/model'
import type { ContactStore, Database } from '@klankbord/storage'
import { seededRandom } from '@klankbord/testing'

/** Somebody whose every detail can be found again in any bytes that hold it. */
export function aContact(n: number): Contact {
  return {
    name: `Zwaantje Findmij${n}`,
    address: [`Plantgutstraat ${n}`, '9999 ZZ Voorbeeldstad'],
    email: `zwaantje.findmij${n}@voorbeeldstad.example`,
    phone: `+31 00 555 ${String(n).padStart(4, '0')}`,
    language: 'nl',
    reachBy: 'letter',
    consent: '2026-03',
  }
}

/** What must not be readable anywhere of any of them. */
export const PLANTED: readonly string[] = ['Findmij', 'findmij', 'Plantgutstraat', 'Zwaantje', '+31 00 555']

/** The contacts of a database, with the key of an installation. */
export function aContactStore(db: Database['db'], seed = 1): ContactStore {
  const random = seededRandom(seed)
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.integer(0, 255))
  return { db, key: bytes(32), random: bytes }
}
