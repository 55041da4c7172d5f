import { Option, type Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { printBenchmark } from './print-benchmark.ts'
import { printCoders } from './print-coders.ts'
import { printResponse } from './print-response.ts'
import { printScales } from './print-scales.ts'
import { printTrend } from './print-trend.ts'
import { printWeights } from './print-weights.ts'
import { typedAnswers, typedDifference } from './typed-figure.ts'
import { typedBounds } from './typed-condition.ts'

/** Commands about weights, response and scales of a wave, about rounds beside each other, and about coders. */
export function roundsCommands(analysis: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  ofWave(analysis.command('weights').description(say('commandAnalysisWeights')))
    .requiredOption('--targets <file>', say('optionTargets'))
    .option('--trim <low-high>', say('optionTrim'), typedBounds)
    .action(async (options) => printWeights(place, options))
  ofWave(analysis.command('response').description(say('commandAnalysisResponse'))).action(async (options) =>
    printResponse(place, options),
  )
  ofWave(analysis.command('scales').description(say('commandAnalysisScales'))).action(async (options) =>
    printScales(place, options),
  )
  followed(inData(analysis.command('trend').description(say('commandAnalysisTrend'))))
    .requiredOption('--wave <address...>', say('optionTrendWaves'))
    .action(async (options) => printTrend(place, options))
  followed(inData(analysis.command('benchmark').description(say('commandAnalysisBenchmark'))))
    .requiredOption('--wave <address>', say('optionWave'))
    .requiredOption('--with <address...>', say('optionWith'))
    .action(async (options) => printBenchmark(place, options))
  analysis
    .command('coders')
    .description(say('commandAnalysisCoders'))
    .argument('<file>', say('argumentCodings'))
    .option('--coder <name...>', say('optionCoder'))
    .addOption(
      new Option('--level <level>', say('optionLevel')).choices(['nominal', 'ordinal', 'interval']).default('nominal'),
    )
    .option('--order <codes>', say('optionOrder'))
    .option('--json', say('optionJson'))
    .action(async (file: string, options) => finish(await printCoders(place, file, options)))
}

function ofWave(command: Command): Command {
  return inData(command)
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--language <code>', say('optionLanguage'))
    .option('--json', say('optionJson'))
}

function followed(command: Command): Command {
  return command
    .requiredOption('--question <name>', say('optionFollowed'))
    .option('--answers <codes>', say('optionAnswers'), typedAnswers)
    .option('--least-difference <number>', say('optionLeastDifference'), typedDifference)
    .option('--language <code>', say('optionLanguage'))
    .option('--json', say('optionJson'))
}
