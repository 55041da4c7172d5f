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
  /** What people type, without scheme. */
  readonly studyAddress: string
  /** ISO date of the last day on which somebody may begin; empty when none was set. */
  readonly lastDay: string
  readonly kind: 'invitation' | 'reminder'
}

/** Writes invitees as CSV: id, code, link and stratum, then the columns of contacts, and what is alike for everybody. */
export function* writeInviteesCsv(invitees: Iterable<InviteeCells>): Generator<string> {
  const headers = CONTACT_COLUMNS.map(({ header }) => header)
  yield csvLine(['id', 'code', 'link', 'stratum', ...headers, 'study_address', 'last_day', 'kind'], ',')
  for (const { id, code, link, stratum, contact, studyAddress, lastDay, kind } of invitees)
    yield csvLine([id, code, link, stratum, ...cellsOf(contact), studyAddress, lastDay, kind].map(guardFormula), ',')
}
