import type { Printing } from '@klankbord/pages'
import { takeInvitationFile, type InvitationFileKind } from '../../fieldwork/invitation-files.ts'
import { waveAt } from '../../respondent/visit.ts'
import { toReader } from '../export-responses.ts'
import { knownAddress } from '../known-address.ts'
import { toFile } from '../new-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface InviteeList {
  readonly data: string
  readonly wave: string
  /** Letters to print, text messages, or everybody for mail merge. */
  readonly file: InvitationFileKind
  /** For those who are to be reminded only. */
  readonly reminder: boolean
  /** Also who was invited already, or reminded less than a week ago. */
  readonly again?: boolean
  /** Of letters: on which side of the envelope its window is. */
  readonly window?: Printing['window']
  readonly url?: string
  readonly out?: string
}

/** Writes a file about who is invited, or is to be reminded, with code and link, in the order of random ids. */
export async function writeInvitees(place: Surroundings, order: InviteeList): Promise<void> {
  const publicUrl = publicUrlOf(place, order.url ?? knownAddress(order.data))
  await inWorkplace(place, { data: order.data, publicUrl }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const kind = order.reminder ? 'reminder' : 'invitation'
    const { file, again = false, window = 'left' } = order
    const asked = { file, kind, again, window } as const
    const { text, people, others } = await takeInvitationFile(context, opened, asked, null)
    if (order.out === undefined) await toReader(inOnePiece(text), place)
    else {
      await toFile(inOnePiece(text), order.out)
      place.terminal.warn(say('contactsExported', { count: people, file: order.out }))
    }
    if (others > 0) place.terminal.warn(say('invitedOtherwise', { count: others }))
  })
}

async function* inOnePiece(text: string): AsyncIterable<string> {
  yield text
}
