import { problem } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import type { MarkingRule } from '@klankbord/statistics'
import { answersDeletedOn, listWaves, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { askedDifferently } from './asked-differently.ts'
import {
  askedRound,
  estimatedRound,
  toldRound,
  type AskedRound,
  type EstimatedRound,
  type ToldRound,
} from './asked-rounds.ts'
import { followedFigure, isAskedIn, type FollowedFigure } from './followed-figure.ts'
import { markingRule } from './marking-rule.ts'
import { roundDifferences, type RoundDifference, type RoundPair } from './round-differences.ts'

/** A figure over the rounds of a study. */
export interface QuestionTrend {
  readonly figure: FollowedFigure
  /** In their order of time. */
  readonly rounds: readonly ToldRound[]
  /** Of each round with the one before. */
  readonly steps: readonly RoundDifference[]
  /** The last round with the first behind the last break (its id); null with fewer than three rounds there. */
  readonly whole: (RoundDifference & { readonly from: string }) | null
  readonly rule: MarkingRule
}

/** What is to be followed. */
export interface TrendOrder {
  readonly question: string
  /** Codes whose share is followed; see `followedFigure`. */
  readonly answers?: readonly number[] | undefined
  /** Ids; all rounds of the study that still have their answers unless told. */
  readonly waves?: readonly string[] | undefined
  readonly leastDifference?: number | undefined
}

/** Most rounds of a trend: each is read whole. */
export const MOST_ROUNDS = 20

/**
 * How a figure went from round to round. Whether rounds may be compared is decided by their questionnaires and by how
 * people answered, never by who asks; nothing is tested across a break.
 *
 * @throws Problem `unknownWave`, `roundsOutOfRange`; as `analysisData` and
 *   `followedFigure`
 */
export async function trendOfQuestion(
  context: ServerContext,
  studyId: string,
  { question, answers, waves, leastDifference }: TrendOrder,
): Promise<QuestionTrend> {
  const rounds = await inOrderOfTime(context, await wantedWaves(context, studyId, waves))
  const figure = figureIn(rounds, question, answers)
  const estimated: EstimatedRound[] = []
  for (const round of rounds) estimated.push(await estimatedRound(context, round, figure))
  const rule = markingRule(await studyPolicy(context, studyId), leastDifference, figure.range)
  const { pairs, wholeFrom } = pairsIn(rounds, estimated, question)
  const differences = roundDifferences(pairs, rule)
  const whole = wholeFrom === null ? undefined : differences.at(-1)
  const from = rounds[wholeFrom ?? 0]?.wave.id ?? ''
  return {
    figure,
    rounds: estimated.flatMap((one, at) => {
      const round = rounds[at]
      return round ? [toldRound(round, one)] : []
    }),
    steps: differences.slice(0, rounds.length - 1),
    whole: whole ? { ...whole, from } : null,
    rule,
  }
}

async function wantedWaves(
  context: ServerContext,
  studyId: string,
  wanted: readonly string[] | undefined,
): Promise<readonly Wave[]> {
  const all = await listWaves(context.database.db, studyId)
  const waves =
    wanted === undefined ? await withAnswers(context, all) : [...new Set(wanted)].map((id) => waveIn(all, id))
  if (waves.length < 2 || waves.length > MOST_ROUNDS)
    throw problem('roundsOutOfRange', { rounds: waves.length, least: 2, most: MOST_ROUNDS })
  return waves
}

async function withAnswers({ database }: ServerContext, waves: readonly Wave[]): Promise<readonly Wave[]> {
  const deleted = await Promise.all(waves.map(({ studyId, id }) => answersDeletedOn(database.db, studyId, id)))
  return waves.filter(({ tryOut }, at) => !tryOut && deleted[at] === null)
}

function waveIn(waves: readonly Wave[], id: string): Wave {
  const wave = waves.find((one) => one.id === id)
  if (wave === undefined) throw problem('unknownWave', { wave: id })
  return wave
}

/** By the week of their first answer; those without answers last. */
async function inOrderOfTime(context: ServerContext, waves: readonly Wave[]): Promise<readonly AskedRound[]> {
  const rounds = await Promise.all(waves.map((wave) => askedRound(context, wave)))
  const begins = ({ weeks }: AskedRound): string => weeks?.from ?? 'z'
  return rounds.toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0))
}

/** As the last round asks it that does. */
function figureIn(
  rounds: readonly AskedRound[],
  question: string,
  answers: readonly number[] | undefined,
): FollowedFigure {
  const asking = rounds.findLast(({ questionnaire }) => isAskedIn(questionnaire, question)) ?? rounds.at(-1)
  if (asking === undefined) throw problem('unknownWave', { wave: '' })
  return followedFigure(codebook(asking.questionnaire), asking.questionnaire, question, answers)
}

/** Each round beside the one before; last, where there is one, the whole of what may be compared. */
function pairsIn(
  rounds: readonly AskedRound[],
  estimated: readonly EstimatedRound[],
  question: string,
): { readonly pairs: readonly RoundPair[]; readonly wholeFrom: number | null } {
  const differs = rounds.map((round, at) => {
    const before = rounds[at - 1]
    return before ? askedDifferently(before, round, question) : []
  })
  const breaks = [...differs.keys()].filter((at) => (differs[at] ?? []).length > 0)
  const [begin, end] = [breaks.at(-1) ?? 0, rounds.length - 1]
  const pairOf = (from: number, to: number): readonly RoundPair[] => {
    const [first, second] = [estimated[from], estimated[to]]
    return first && second ? [{ first, second, differs: from === to - 1 ? (differs[to] ?? []) : [] }] : []
  }
  const wholeFrom = end - begin > 1 ? begin : null
  return {
    pairs: [
      ...rounds.slice(1).flatMap((_, before) => pairOf(before, before + 1)),
      ...(wholeFrom === null ? [] : pairOf(wholeFrom, end)),
    ],
    wholeFrom,
  }
}
