import { problem } from '@klankbord/model'
import { queueMails, type MailOrder } from '../../fieldwork/queue-mails.ts'
import { waveAt } from '../../respondent/visit.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface QueueOrder extends MailOrder {
  readonly data: string
  readonly wave: string
  readonly url?: string
}

/**
 * Puts invitations or reminders for a round into the outbox, and says who gets none.
 *
 * @throws Problem `publicAddressUnknown`: the address is in the mail, so it is never guessed
 */
export async function queueInvitations(place: Surroundings, order: QueueOrder): Promise<void> {
  const known = order.url ?? knownAddress(order.data) ?? place.environment.publicUrl
  if (known === null) throw problem('publicAddressUnknown', {})
  const publicUrl = publicUrlOf(place, known)
  await inWorkplace(place, { data: order.data, publicUrl }, async ({ context }) => {
    const opened = await waveAt(context, order.wave)
    const { queued, needLetter, withoutCode, remindedLately } = await queueMails(context, opened, order, null)
    const { print } = place.terminal
    print(say(order.dryRun === true ? 'mailsWouldWait' : 'mailsWait', { count: queued }))
    if (needLetter > 0) print(say('mailsNeedLetter', { count: needLetter }))
    if (withoutCode > 0) print(say('mailsWithoutCode', { count: withoutCode, address: opened.wave.address }))
    if (remindedLately > 0) print(say('mailsRemindedLately', { count: remindedLately }))
    if (queued > 0 && order.dryRun !== true)
      print(say(whatNext(context.settings.mail.server), { address: opened.wave.address }))
    warnOfLocal(place, publicUrl)
  })
}

const whatNext = (server: object | null): 'mailsGoOut' | 'mailsByHand' =>
  server === null ? 'mailsByHand' : 'mailsGoOut'
