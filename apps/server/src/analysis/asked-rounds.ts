import { notComputed, problem, type AnswerMode, type LocalizedText, type NotComputed } from '@klankbord/model'
import { findVersion, weekRange, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { answerModes } from '../study/answer-modes.ts'
import { analysisData } from './analysis-data.ts'
import { askedOfEverybody } from './asked-of-everybody.ts'
import type { AskedWave } from './asked-differently.ts'
import { estimateOf, populationFor, type Estimate } from './estimate-of.ts'
import { followedNumbers, type FollowedFigure } from './followed-figure.ts'
import { numbersOfEnough } from './numbers-of-enough.ts'
import type { RoundFigure } from './round-differences.ts'

/** A round of a study, and how it was asked. */
export interface AskedRound extends AskedWave {
  readonly wave: Wave
  /** ISO weeks of the first and the last answer; null without answers. */
  readonly weeks: { readonly from: string; readonly to: string } | null
}

/** A round with a figure of it. */
export interface EstimatedRound extends RoundFigure {
  readonly answered: number
}

/** A round as it is told. */
export interface ToldRound {
  readonly study: string
  readonly wave: string
  readonly address: string
  readonly title: LocalizedText
  readonly weeks: AskedRound['weeks']
  readonly modes: readonly AnswerMode[]
  /** Everybody the figure stands for; null where nobody knows, or where only some were asked. */
  readonly population: number | null
  /** Responses, whether or not they answer this question. */
  readonly answered: number
  readonly estimate: Estimate | NotComputed
}

/** How a wave was asked. @throws Problem `unknownVersion` */
export async function askedRound(context: ServerContext, wave: Wave): Promise<AskedRound> {
  const { studyId, id: waveId, version } = wave
  const { db } = context.database
  const found = await findVersion(db, studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  const modes = await answerModes(context, { studyId, waveId })
  return { wave, questionnaire: found.questionnaire, modes, weeks: await weekRange(db, studyId, waveId) }
}

/**
 * The figure of a round, of the whole population where that is known. The answers themselves are let go, so that many
 * rounds can be read one after another. Not computed: `tooFewAnswers` where few of an anonymous wave answered the question, of
 * whom the numbers are left out, too.
 *
 * @throws Problem as `analysisData`
 */
export async function estimatedRound(
  context: ServerContext,
  { wave }: AskedRound,
  figure: FollowedFigure,
): Promise<EstimatedRound> {
  const { dataset, questionnaire, leastGroup } = await analysisData(context, wave, {})
  const { numbers, tooFew } = numbersOfEnough(followedNumbers(dataset, questionnaire, figure), leastGroup)
  const items = questionnaire.scales?.find(({ name }) => name === figure.question)?.items ?? [figure.question]
  const asked = items.every((name) => name in dataset.columns) && askedOfEverybody(dataset, items)
  const population = asked ? populationFor(wave.frame, dataset.rows) : null
  const { kind } = figure
  const estimate = tooFew ? notComputed('tooFewAnswers') : estimateOf({ kind, numbers, population })
  return { kind, numbers, population, answered: dataset.rows, estimate }
}

export function toldRound(
  { wave, weeks, modes }: AskedRound,
  { population, answered, estimate }: EstimatedRound,
): ToldRound {
  const { id, studyId: study, address, title } = wave
  return { study, wave: id, address, title, weeks, modes, population, answered, estimate }
}
