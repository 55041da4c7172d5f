import type { Contact } from '@klankbord/model'
import { cellsOf, CONTACT_COLUMNS } from './contact-columns.ts'
import { csvLine } from './csv-line.ts'
import { guardFormula } from './formula-guard.ts'

/** Somebody who is invited, as a file for mail merge has it. */
export interface InviteeCells {
  readonly id: string
  /** As it is printed; empty without one. */
  readonly code: string
  /** The address that a QR picture carries the code to; empty without one. */
  readonly link: string
  readonly stratum: string
  readonly contact: Contact
}

/** Writes invitees as CSV: id, code, link and stratum, and then the columns of contacts. */
export function* writeInviteesCsv(invitees: Iterable<InviteeCells>): Generator<string> {
  yield csvLine(['id', 'code', 'link', 'stratum', ...CONTACT_COLUMNS.map(({ header }) => header)], ',')
  for (const { id, code, link, stratum, contact } of invitees)
    yield csvLine([id, code, link, stratum, ...cellsOf(contact)].map(guardFormula), ',')
}
