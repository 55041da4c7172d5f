import { readContactsCsv, type RefusedRow } from '@klankbord/exchange'
import type { Contact } from '@klankbord/model'
import { addContacts } from '@klankbord/storage'
import { contactPurpose, contactStore } from '../../contacts/contact-store.ts'
import { studyNamed } from '../../study/study-named.ts'
import { audit } from '../../staff/audit.ts'
import { bytesOf } from '../csv-file.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Terminal } from '../terminal.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/**
 * Keeps the contacts of a file, sealed, and names rows with a fault by line and column. Who is there already is not kept
 * twice, so a mended file can be given again.
 *
 * @returns 0 when every row is kept, 2 when some were refused, 1 when the file was
 */
export async function importContacts(
  place: Surroundings,
  given: string,
  file: string,
  { data, purpose: typed }: { readonly data: string; readonly purpose: string },
): Promise<ExitCode> {
  const purpose = contactPurpose(typed)
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    const { contacts, refused, whole } = await readFile(place.terminal, file)
    if (whole) {
      place.terminal.warn(say('fileRefused', { file }))
      return 1
    }
    const stored = await addContacts(contactStore(context), { studyId: study.id, purpose }, contacts)
    await audit(context, null, { action: 'contacts.imported', studyId: study.id, details: { purpose, count: stored } })
    place.terminal.print(say('imported', { stored, same: contacts.length - stored, refused }))
    return refused > 0 ? 2 : 0
  })
}

interface ContactFile {
  readonly contacts: readonly Contact[]
  /** How many rows cannot be taken. */
  readonly refused: number
  /** Whether the file as a whole cannot be taken, wherever that came out. */
  readonly whole: boolean
}

async function readFile(terminal: Terminal, file: string): Promise<ContactFile> {
  const contacts: Contact[] = []
  let refused = 0
  let whole = false
  for await (const row of readContactsCsv(bytesOf(file))) {
    if ('contact' in row) {
      contacts.push(row.contact)
      continue
    }
    printRefused(terminal, row)
    if (row.refused === 'file') whole = true
    else refused += 1
  }
  return { contacts, refused, whole }
}

function printRefused(terminal: Terminal, { line, findings }: RefusedRow): void {
  for (const { column, message: sentence } of findings)
    terminal.print(
      column === '' ? say('refusedLine', { line, sentence }) : say('refusedCell', { line, column, sentence }),
    )
}
