import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { count, counts, pairs } from '../typed-counts.ts'
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
  inData(frame.command('plan').description(say('commandFramePlan')))
    .option('--wave <address>', say('optionPlanWave'))
    .option('--population <number>', say('optionPlanPopulation'), count)
    .option('--stratum <name=number>', say('optionPlanStratum'), counts, {})
    .option('--margin <part>', say('optionMargin'), Number, 0.05)
    .option('--response <part>', say('optionExpectedResponse'), Number, 0.35)
    .action(async (options) => finish(await planFrame(place, options)))
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
