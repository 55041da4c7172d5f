import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { downloadOutbox } from './download-outbox.ts'
import { listOutbox, noteSentMail, showMail } from './read-outbox.ts'
import { testMail } from './test-mail.ts'

/** Commands about mail: whether it can be sent, and what waits. */
export function mailCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const mail = root.command('mail').description(say('commandMail'))
  mail
    .command('test')
    .description(say('commandMailTest'))
    .argument('<address>', say('argumentMailTest'))
    .action(async (address: string) => finish(await testMail(place, address)))
  const outbox = root.command('outbox').description(say('commandOutbox'))
  ofBox(outbox.command('list').description(say('commandOutboxList'))).action(async (options) =>
    finish(await listOutbox(place, options)),
  )
  ofBox(outbox.command('show').description(say('commandOutboxShow')))
    .argument('<id>', say('argumentMail'))
    .action(async (id: string, options) => finish(await showMail(place, id, options)))
  ofBox(outbox.command('download').description(say('commandOutboxDownload')))
    .option('--out <file>', say('optionMbox'))
    .option('--folder <folder>', say('optionEmlFolder'))
    .action(async (options) => finish(await downloadOutbox(place, options)))
  ofBox(outbox.command('sent').description(say('commandOutboxSent')))
    .argument('[id...]', say('argumentMails'))
    .option('--all', say('optionAllMail'))
    .action(async (ids: readonly string[], options) => finish(await noteSentMail(place, ids, options)))
}

/** A command about the mail of one round, or about that to staff. */
function ofBox(command: Command): Command {
  return inData(command).option('--wave <address>', say('optionWave')).option('--staff', say('optionStaffMail'))
}
