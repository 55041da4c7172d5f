import type { ReadableMail, UnsentMail } from '../../mail/outbox.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inOutbox, type BoxChoice } from './in-outbox.ts'
import { mailReason } from './mail-reason.ts'

/** Prints what waits, to whom, and why it did not go. */
export function listOutbox(place: Surroundings, box: BoxChoice): Promise<ExitCode> {
  return inOutbox(place, box, async ({ outbox, written }) => {
    let seen = 0
    for await (const message of outbox.unsent()) {
      place.terminal.print(lineOf(message))
      seen += 1
    }
    await written('seen', seen)
    place.terminal.print(say('outboxHolds', await outbox.counts()))
    return 0
  })
}

function lineOf({ id, kind, state, reason, mail }: UnsentMail): string {
  const to = mail === null ? say('outboxAltered') : addressee(mail)
  const line = say('outboxLine', { id, kind, state, to })
  return reason === null ? line : `${line}  ${mailReason(reason)}`
}

function addressee({ to: { name, address } }: ReadableMail['mail']): string {
  return name === null ? address : `${name} <${address}>`
}

/** Prints one message as it will be read. */
export function showMail(place: Surroundings, id: string, box: BoxChoice): Promise<ExitCode> {
  return inOutbox(place, box, async ({ outbox, written }) => {
    const { mail } = await outbox.find(id)
    await written('read', 1)
    place.terminal.print(say('mailTo', { to: addressee(mail) }))
    place.terminal.print(say('mailSubject', { subject: mail.subject }))
    place.terminal.print('')
    place.terminal.print(mail.text)
    return 0
  })
}

/** Notes that messages were sent by hand. @returns 1 when nothing was named */
export function noteSentMail(
  place: Surroundings,
  ids: readonly string[],
  box: BoxChoice & { readonly all?: boolean },
): Promise<ExitCode> {
  return inOutbox(place, box, async ({ outbox, written }) => {
    const named = [...ids]
    if (box.all === true) for await (const { id } of outbox.readable()) named.push(id)
    if (named.length === 0) {
      place.terminal.warn(say(box.all === true ? 'outboxEmpty' : 'mailNotNamed'))
      return box.all === true ? 0 : 1
    }
    const count = await outbox.noteSent(named)
    await written('sent', count)
    place.terminal.print(say('mailNotedSent', { count }))
    return 0
  })
}
