import type { Contact } from '@klankbord/model'
import { cellsOf, CONTACT_COLUMNS } from './contact-columns.ts'
import { csvLine } from './csv-line.ts'
import { guardFormula } from './formula-guard.ts'

/** Writes contacts as CSV with all columns; `readContactsCsv` gives the same contacts back. */
export function* writeContactsCsv(contacts: Iterable<Contact>): Generator<string> {
  yield csvLine(
    CONTACT_COLUMNS.map(({ header }) => header),
    ',',
  )
  for (const contact of contacts) yield csvLine(cellsOf(contact).map(guardFormula), ',')
}
