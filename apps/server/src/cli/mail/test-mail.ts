import { randomUUID } from 'node:crypto'
import { openMailer } from '../../mail/mailer.ts'
import { isMailAddress, mailSettings } from '../../mail/mail-settings.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { mailReason } from './mail-reason.ts'

/** Sends a message to try the settings, and says plainly what is wrong with them. Needs no database. @returns 1 when it did not go */
export async function testMail({ environment, terminal }: Surroundings, address: string): Promise<ExitCode> {
  const { server, from } = mailSettings(environment.mail)
  if (!isMailAddress(address)) terminal.warn(say('notAnEmail'))
  else if (server === null || from === null) terminal.warn(say('mailNotSet'))
  else {
    const mailer = openMailer({ server, from })
    try {
      const mail = {
        to: { name: null, address },
        subject: say('testMailSubject'),
        text: say('testMailText'),
        html: null,
      }
      const failure = (await mailer.verify()) ?? (await mailer.send({ ...mail, id: randomUUID() }))
      terminal[failure === null ? 'print' : 'warn'](
        failure === null ? say('testMailSent') : say('testMailNotSent', { reason: mailReason(failure.reason) }),
      )
      return failure === null ? 0 : 1
    } finally {
      mailer.close()
    }
  }
  return 1
}
