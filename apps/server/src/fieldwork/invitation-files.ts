import { isMobile, writeInviteesCsv, writeTextMessagesCsv } from '@klankbord/exchange'
import { invitationSms, renderLetters, type Printing } from '@klankbord/pages'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { audit } from '../staff/audit.ts'
import { invitationTo } from './invitation-to.ts'
import { qrPicture } from './qr-picture.ts'
import { toWriteTo, type WritingOrder } from './to-write-to.ts'
import { writtenInvitations, type WrittenInvitation } from './written-invitations.ts'

/** Letters to print, everybody for mail merge, or text messages. */
export type InvitationFileKind = 'letters' | 'invitations' | 'sms'

/** Which file, and about whom. */
export interface FileOrder extends WritingOrder {
  readonly file: InvitationFileKind
  readonly window: Printing['window']
}

/** A file for some of the people who are written to. */
export interface InvitationFile {
  readonly text: string
  readonly people: number
  /** Who is to be written to, and not in this way. */
  readonly others: number
}

const MAKERS: Readonly<
  Record<InvitationFileKind, (context: ServerContext, opened: OpenedWave, order: FileOrder) => Promise<InvitationFile>>
> = { letters: letterFile, invitations: inviteeFile, sms: smsFile }

/**
 * Makes a file with names, addresses and codes, and writes down that somebody has it now: for how many people, never whom.
 *
 * @param by null for a command on the machine of the server
 * @throws Problem `codesNotMade`
 */
export async function takeInvitationFile(
  context: ServerContext,
  opened: OpenedWave,
  order: FileOrder,
  by: StaffSession | null,
): Promise<InvitationFile> {
  const made = await MAKERS[order.file](context, opened, order)
  const details = { wave: opened.wave.id, file: order.file, kind: order.kind, count: made.people }
  await audit(context, by, { action: 'contacts.exported', studyId: opened.study.id, details })
  return made
}

/** The letters of who has a postal address and did not ask for another way. */
async function letterFile(context: ServerContext, opened: OpenedWave, order: FileOrder): Promise<InvitationFile> {
  const everybody = await writtenInvitations(context, opened, order)
  const letters = everybody.filter(getsLetter).map(({ invitee, invitation }) => ({
    ...invitation,
    addressLines: [invitee.contact.name, ...invitee.contact.address],
    qr: qrPicture(invitation.link),
  }))
  const text = renderLetters(letters, { date: todayAt(context.clock.now()).today, window: order.window })
  return { text, people: letters.length, others: everybody.length - letters.length }
}

/** The text messages of who asked for one, or has a mobile telephone and did not ask for another way. */
async function smsFile(context: ServerContext, opened: OpenedWave, order: FileOrder): Promise<InvitationFile> {
  const everybody = await writtenInvitations(context, opened, order)
  const messages = everybody.flatMap(({ invitee, invitation }) => {
    const phone = textedAt(invitee.contact)
    return phone === null ? [] : [{ phone, text: invitationSms(invitation) }]
  })
  const text = [...writeTextMessagesCsv(messages)].join('')
  return { text, people: messages.length, others: everybody.length - messages.length }
}

/** Everybody who is to be written to, for mail merge, whatever way they are reached. */
async function inviteeFile(context: ServerContext, opened: OpenedWave, order: FileOrder): Promise<InvitationFile> {
  const { kind } = order
  const { invitees } = await toWriteTo(context, opened.wave, order)
  const cells = invitees.map((invitee) => {
    const { code, link, address: studyAddress, lastDay } = invitationTo(context, opened, invitee, { kind })
    const { id, stratum, contact } = invitee
    return { id, code: code ?? '', link, stratum, contact, studyAddress, lastDay: lastDay ?? '', kind }
  })
  return { text: [...writeInviteesCsv(cells)].join(''), people: cells.length, others: 0 }
}

function getsLetter({ invitee: { contact } }: WrittenInvitation): boolean {
  return contact.address.length > 0 && (contact.reachBy === null || contact.reachBy === 'letter')
}

function textedAt({ phone, reachBy }: WrittenInvitation['invitee']['contact']): string | null {
  if (phone === null) return null
  return reachBy === 'text' || (reachBy === null && isMobile(phone)) ? phone : null
}
