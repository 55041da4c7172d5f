import { InvalidArgumentError, type Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { intoFile } from '../into-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { holdOrRelease } from './hold-or-release.ts'
import { printProof } from './print-proof.ts'
import { printRetention } from './print-retention.ts'
import { runRetention } from './run-retention.ts'
import { setRetention } from './set-retention.ts'

/** Commands about how long a study keeps what, and the proof of what was deleted. */
export function retentionCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const retention = root.command('retention').description(say('commandRetention'))
  ofStudy(retention.command('show').description(say('commandRetentionShow'))).action(async (study: string, options) =>
    printRetention(place, study, options),
  )
  ofStudy(retention.command('set').description(say('commandRetentionSet')))
    .option('--contacts <months>', say('optionContactMonths'), months)
    .option('--answers <months>', say('optionAnswerMonths'), months)
    .option('--publications <months>', say('optionPublicationMonths'), monthsOrKeep)
    .action(async (study: string, options) => setRetention(place, study, options))
  ofStudy(retention.command('hold').description(say('commandRetentionHold')))
    .requiredOption('--reason <text>', say('optionReason'))
    .requiredOption('--by <name>', say('optionDecidedBy'))
    .action(async (study: string, options) => holdOrRelease(place, study, options))
  ofStudy(retention.command('release').description(say('commandRetentionRelease')))
    .requiredOption('--by <name>', say('optionDecidedBy'))
    .action(async (study: string, options) => holdOrRelease(place, study, options))
  inData(retention.command('run').description(say('commandRetentionRun')))
    .option('--dry-run', say('optionDryRun'))
    .action(async (options) => finish(await runRetention(place, options)))
  ofStudy(retention.command('proof').description(say('commandRetentionProof')))
    .option('--holds <hash>', say('optionHolds'))
    .option('--out <file>', say('optionOut'))
    .action(async (study: string, options) =>
      finish(await intoFile(place, options, async (there) => printProof(there, study, options))),
    )
}

function ofStudy(command: Command): Command {
  return inData(command).argument('<study>', say('argumentStudy'))
}

/** A term as it was typed. */
function months(typed: string): number {
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw new InvalidArgumentError(say('notMonths'))
  return Number(typed)
}

function monthsOrKeep(typed: string): number | 'keep' {
  return typed === 'keep' ? typed : months(typed)
}
