import { Option, type Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { makeInvitationCodes } from './make-invitation-codes.ts'
import { markNamed } from './mark-named.ts'
import { queueInvitations } from './queue-invitations.ts'
import { writeInvitees } from './write-invitees.ts'

/** Commands about invitations: their codes, what became of them, and whom to remind. */
export function invitationCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const invitations = root.command('invitations').description(say('commandInvitations'))
  inData(invitations.command('make').description(say('commandInvitationsMake')))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (options) => makeInvitationCodes(place, options))
  inData(invitations.command('mark').description(say('commandInvitationsMark')))
    .argument('<what>', say('argumentMark'))
    .argument('[invitation...]', say('argumentInvitations'))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--file <file>', say('optionInvitationsFile'))
    .option('--route <route>', say('optionRoute'))
    .action(async (what: string, named: readonly string[], options) =>
      finish(await markNamed(place, what, named, options)),
    )
  for (const [name, kind] of [['send', 'invitation'] as const, ['remind', 'reminder'] as const]) {
    const reminds = kind === 'reminder'
    const command = invitations
      .command(name)
      .description(say(reminds ? 'commandInvitationsRemind' : 'commandInvitationsSend'))
    if (reminds) command.option('--again', say('optionAgain'))
    inData(command)
      .requiredOption('--wave <address>', say('optionWave'))
      .option('--language <code>', say('optionMailLanguage'))
      .option('--url <url>', say('optionUrl'))
      .option('--dry-run', say('optionDryRunMail'))
      .action(async (options) => queueInvitations(place, { ...options, kind }))
  }
  for (const [name, reminder] of [['list', false] as const, ['reminders', true] as const])
    written(
      invitations.command(name).description(say(reminder ? 'commandInvitationsReminders' : 'commandInvitationsList')),
    ).action(async (options) => writeInvitees(place, { ...options, reminder, file: 'invitations' }))
  written(invitations.command('letters').description(say('commandInvitationsLetters')))
    .option('--reminder', say('optionReminder'), false)
    .addOption(new Option('--window <side>', say('optionWindow')).choices(['left', 'right']).default('left'))
    .action(async (options) => writeInvitees(place, { ...options, file: 'letters' }))
  written(invitations.command('sms').description(say('commandInvitationsSms')))
    .option('--reminder', say('optionReminder'), false)
    .action(async (options) => writeInvitees(place, { ...options, file: 'sms' }))
}

/** A command that writes a file about everybody who is invited to a wave. */
function written(command: Command): Command {
  return inData(command)
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--url <url>', say('optionUrl'))
    .option('--again', say('optionAgainFile'))
    .option('--out <file>', say('optionOut'))
}
