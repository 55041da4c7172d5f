import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { countPlace } from './count-place.ts'
import { printAccount } from './print-account.ts'
import { printPatterns } from './print-patterns.ts'
import { keepRequest, printRequests } from './form-requests.ts'

/** Commands about how fieldwork goes. */
export function fieldworkCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const fieldwork = root.command('fieldwork').description(say('commandFieldwork'))
  inData(fieldwork.command('account').description(say('commandFieldworkAccount')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--json', say('optionJson'))
    .action(async (options) => printAccount(place, options))
  inData(fieldwork.command('place').description(say('commandFieldworkPlace')))
    .argument('<place>', say('argumentPlace'))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--on <date>', say('optionCountedOn'), date)
    .option('--approached <number>', say('optionApproached'), count)
    .option('--refused <number>', say('optionRefused'), count)
    .requiredOption('--started <number>', say('optionStarted'), count)
    .requiredOption('--finished <number>', say('optionFinished'), count)
    .action(async (name: string, options) => countPlace(place, name, options))
  inData(fieldwork.command('patterns').description(say('commandFieldworkPatterns')))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (options) => printPatterns(place, options))
  inData(fieldwork.command('request').description(say('commandFieldworkRequest')))
    .requiredOption('--wave <address>', say('optionWave'))
    .addOption(
      new Option('--form <form>', say('optionForm')).choices(['paper', 'telephone', 'talk']).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', say('optionRequestName'))
    .requiredOption('--reach <text>', say('optionRequestReach'))
    .action(async (options) => keepRequest(place, options))
  inData(fieldwork.command('requests').description(say('commandFieldworkRequests')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--done <id>', say('optionRequestDone'))
    .action(async (options) => finish(await printRequests(place, options)))
}

function count(typed: string): number {
  if (!/^\d{1,6}$/.test(typed)) throw new InvalidArgumentError(say('notAWholeNumber'))
  return Number(typed)
}

function date(typed: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed) || Number.isNaN(Date.parse(typed)))
    throw new InvalidArgumentError(say('notADay'))
  return typed
}
