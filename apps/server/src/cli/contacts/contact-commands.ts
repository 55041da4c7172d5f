import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { eraseContactsOf } from './erase-contacts-of.ts'
import { exportContacts } from './export-contacts.ts'
import { importContacts } from './import-contacts.ts'
import { printContacts } from './print-contacts.ts'

/** Commands about whom to reach, which nothing ties to answers or codes. */
export function contactCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const contacts = root.command('contacts').description(say('commandContacts'))
  inData(contacts.command('import').description(say('commandContactsImport')))
    .argument('<study>', say('argumentStudy'))
    .argument('<file>', say('argumentContacts'))
    .requiredOption('--purpose <purpose>', say('optionPurpose'))
    .action(async (study: string, file: string, options) => finish(await importContacts(place, study, file, options)))
  inData(contacts.command('list').description(say('commandContactsList')))
    .argument('<study>', say('argumentStudy'))
    .option('--purpose <purpose>', say('optionPurpose'))
    .option('--show', say('optionShow'))
    .action(async (study: string, options) => printContacts(place, study, options))
  inData(contacts.command('export').description(say('commandContactsExport')))
    .argument('<study>', say('argumentStudy'))
    .requiredOption('--purpose <purpose>', say('optionPurpose'))
    .option('--out <file>', say('optionOut'))
    .action(async (study: string, options) => exportContacts(place, study, options))
  inData(contacts.command('erase').description(say('commandContactsErase')))
    .argument('<study>', say('argumentStudy'))
    .option('--id <id>', say('optionContact'))
    .option('--purpose <purpose>', say('optionPurpose'))
    .option('--withdrawn', say('optionWithdrawn'))
    .requiredOption('--by <name>', say('optionDecidedBy'))
    .action(async (study: string, options) => eraseContactsOf(place, study, options))
}
