import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { printComparison } from './print-comparison.ts'
import { printFrequencies } from './print-frequencies.ts'
import { roundsCommands } from './rounds-commands.ts'
import { typedBounds, typedConditions, typedShare } from './typed-condition.ts'
import { typedDifference } from './typed-figure.ts'

/** Commands about what a wave answered, for researchers. */
export function analysisCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const analysis = root.command('analysis').description(say('commandAnalysis'))
  ofPeople(inData(analysis.command('frequencies').description(say('commandAnalysisFrequencies'))))
    .option('--question <name...>', say('optionQuestions'))
    .option('--by <name>', say('optionSplitBy'))
    .action(async (options) => printFrequencies(place, options))
  ofPeople(inData(analysis.command('compare').description(say('commandAnalysisCompare'))))
    .requiredOption('--question <name>', say('optionQuestionToCompare'))
    .requiredOption('--by <name>', say('optionSplitBy'))
    .option('--share <answers>', say('optionShare'), typedShare)
    .option('--least-difference <number>', say('optionLeastCompared'), typedDifference)
    .action(async (options) => printComparison(place, options))
  roundsCommands(analysis, place, finish)
}

/** A command about a wave, or some of those who answered, weighted or not. */
function ofPeople(command: Command): Command {
  return command
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--where <condition...>', say('optionWhere'), typedConditions)
    .option('--targets <file>', say('optionTargets'))
    .option('--trim <low-high>', say('optionTrim'), typedBounds)
    .option('--language <code>', say('optionLanguage'))
    .option('--json', say('optionJson'))
}
