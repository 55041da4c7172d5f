import { isProblem } from '@klankbord/model'
import { openMailer } from '../../mail/mailer.ts'
import { mailSettings, type MailEnvironment } from '../../mail/mail-settings.ts'
import { mailReason } from '../mail/mail-reason.ts'
import { say } from '../say.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

/** Whether mail can be sent: connects, encrypts and signs in, and sends nothing. */
export async function mailVerdict(environment: MailEnvironment): Promise<Verdict> {
  try {
    const { server, from } = mailSettings(environment)
    if (server === null || from === null) return good(say('mailNone'))
    const mailer = openMailer({ server, from })
    const failure = await mailer.verify().finally(() => mailer.close())
    if (failure !== null) return bad(say('mailBad', { reason: mailReason(failure.reason) }))
    return environment.tls === 'off' ? look(say('mailPlain')) : good(say('mailGood'))
  } catch (error) {
    if (isProblem(error)) return bad(`${error.message}.`)
    throw error
  }
}
