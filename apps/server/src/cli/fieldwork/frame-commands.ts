import { InvalidArgumentError, type Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { drawFrame } from './draw-frame.ts'
import { importFrameFile } from './import-frame-file.ts'
import { planFrame } from './plan-frame.ts'
import { showFrame } from './show-frame.ts'

/** Commands about the list that a sample is drawn from, and the draw. */
export function frameCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const frame = root.command('frame').description(say('commandFrame'))
  inData(frame.command('import').description(say('commandFrameImport')))
    .argument('<file>', say('argumentFrame'))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--column <ours=theirs>', say('optionColumn'), pairs, {})
    .option('--dry-run', say('optionFrameDryRun'))
    .action(async (file: string, options) => finish(await importFrameFile(place, file, options)))
  frame
    .command('plan')
    .description(say('commandFramePlan'))
    .option('--population <number>', say('optionPlanPopulation'), count)
    .option('--stratum <name=number>', say('optionPlanStratum'), counts, {})
    .option('--margin <part>', say('optionMargin'), Number, 0.05)
    .option('--response <part>', say('optionExpectedResponse'), Number, 0.35)
    .action((options) => finish(planFrame(place, options)))
  inData(frame.command('draw').description(say('commandFrameDraw')))
    .requiredOption('--wave <address>', say('optionWave'))
    .requiredOption('--seed <text>', say('optionSeed'))
    .option('--stratum <name=number>', say('optionDrawStratum'), counts, {})
    .option('--everyone', say('optionEveryone'))
    .option('--one-per-address', say('optionOnePerAddress'))
    .option('--rest-months <number>', say('optionRestMonths'), count, 6)
    .action(async (options) => finish(await drawFrame(place, options)))
  inData(frame.command('show').description(say('commandFrameShow')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--json', say('optionJson'))
    .action(async (options) => showFrame(place, options))
}

/** Pairs as they were typed, one at a time: "name=Naam". */
function pairs(typed: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const place = typed.indexOf('=')
  if (place < 1) throw new InvalidArgumentError(say('notAPair'))
  return { ...before, [typed.slice(0, place).trim()]: typed.slice(place + 1).trim() }
}

function counts(typed: string, before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const [name, number] = Object.entries(pairs(typed, {}))[0] ?? ['', '']
  return { ...before, [name]: count(number) }
}

function count(typed: string): number {
  if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError(say('notAWholeNumber'))
  return Number(typed)
}
