import { InvalidArgumentError, type Command } from 'commander'
import { GRACE_LIMITS, PORTION_LIMITS, TRY_OUT_LIMITS } from '../../study/open-latest.ts'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { intoFile } from '../into-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { count, counts } from '../typed-counts.ts'
import { closeOpenWave } from '../waves/close-open-wave.ts'
import { planOptions } from '../waves/plan-options.ts'
import { setWave, showWave } from '../waves/set-wave.ts'
import { countCodes } from './count-codes.ts'
import { makeCodes } from './make-codes.ts'
import { openStudyWave } from './open-study-wave.ts'

/** Opening and closing waves, and handing out the codes of those that ask for one. */
export function codeCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const wave = root.command('wave').description(say('commandWave'))
  inData(planOptions(entranceOptions(wave.command('open').description(say('commandWaveOpen')))))
    .argument('<study>', say('argumentStudy'))
    .option('--title <title>', say('optionWaveTitle'))
    .option('--try-out', say('optionTryOut'))
    .option('--days <number>', say('optionTryOutDays'), numberBetween(TRY_OUT_LIMITS.least, TRY_OUT_LIMITS.most))
    .action(async (study: string, options) => openStudyWave(place, study, options))
  inData(planOptions(wave.command('set').description(say('commandWaveSet'))))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--population <name=number>', say('optionWavePopulation'), counts, {})
    .option('--population-of <question>', say('optionWavePopulationOf'))
    .option('--invited <number>', say('optionInvited'), count)
    .action(async (options) => finish(await setWave(place, options)))
  inData(wave.command('show').description(say('commandWaveShow')))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (options) => showWave(place, options))
  inData(wave.command('close').description(say('commandWaveClose')))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (options) => finish(await closeOpenWave(place, options)))
  const codes = root.command('codes').description(say('commandCodes'))
  inData(codes.command('make').description(say('commandCodesMake')))
    .requiredOption('--wave <address>', say('optionWave'))
    .requiredOption('--count <number>', say('optionCount'), numberBetween(1, 100_000))
    .option('--stratum <name>', say('optionStratum'), stratumName)
    .option('--url <url>', say('optionUrl'))
    .option('--out <file>', say('optionOut'))
    .action(async (options) =>
      intoFile(place, { ...options, keepHalf: true }, async (there) => makeCodes(there, options)),
    )
  inData(codes.command('count').description(say('commandCodesCount')))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (options) => countCodes(place, options))
}

/** The options of every command that opens a wave. */
export function entranceOptions(command: Command): Command {
  return command
    .option('--mode <mode>', say('optionMode'), 'open')
    .option('--portion <number>', say('optionPortion'), numberBetween(PORTION_LIMITS.least, PORTION_LIMITS.most))
    .option('--grace-days <number>', say('optionGraceDays'), numberBetween(GRACE_LIMITS.least, GRACE_LIMITS.most))
}

function numberBetween(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const number = Number(typed)
    if (!/^\d{1,9}$/.test(typed) || number < least || number > most)
      throw new InvalidArgumentError(say('notBetween', { least, most }))
    return number
  }
}

/** The name stands in a file that is opened in a spreadsheet, so it holds nothing that means something there. */
function stratumName(typed: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(typed)) throw new InvalidArgumentError(say('notAStratum'))
  return typed
}
