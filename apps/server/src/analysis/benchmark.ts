import { problem, type LocalizedText, type NotComputed, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import type { AskedDifferently, MarkingRule } from '@klankbord/statistics'
import type { Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { policyOf } from '../study/study-policy.ts'
import { studyAt, waveOf } from '../study/find-study.ts'
import { differsBetweenStudies } from './asked-differently.ts'
import {
  askedRound,
  estimatedRound,
  toldRound,
  type AskedRound,
  type EstimatedRound,
  type ToldRound,
} from './asked-rounds.ts'
import { followedFigure, type FollowedFigure } from './followed-figure.ts'
import { markingRule } from './marking-rule.ts'
import { roundDifferences, type FoundDifference, type RoundDifference } from './round-differences.ts'

/** A round of a study among others. */
export interface RoundOfStudy {
  readonly study: string
  readonly wave: string
}

/** What is to be set beside each other. */
export interface BenchmarkOrder {
  readonly question: string
  readonly answers?: readonly number[] | undefined
  readonly wave: string
  readonly others: readonly RoundOfStudy[]
  readonly leastDifference?: number | undefined
}

/** A figure beside that of rounds of other studies. */
export interface Benchmark {
  readonly figure: FollowedFigure
  readonly own: ToldRound
  readonly others: readonly BenchmarkRound[]
  readonly rule: MarkingRule
}

/** A round of another study. Its figure is only there where wording, scale and mode are the same. */
export interface BenchmarkRound {
  readonly study: LocalizedText
  readonly organisation: string
  readonly wave: string
  /** `notAsked`: it has no such question. `madeUp`: one of them holds made-up answers, and the other does not. */
  readonly differs: readonly (AskedDifferently | 'notAsked' | 'madeUp')[]
  readonly round: ToldRound | null
  /** Ours minus theirs. */
  readonly found: FoundDifference | NotComputed
  readonly verdict: RoundDifference['verdict']
}

/** Most rounds of a benchmark: each is read whole. */
export const MOST_COMPARED = 20

/**
 * Sets a figure of a round beside those of rounds of other studies. The question is the same by its topic, else by its
 * name; only where people read the same words, chose from the same answers and answered in the same way is there a figure
 * at all. That people may read both studies is for who calls it to see to.
 *
 * @throws Problem `unknownStudy`, `unknownWave`; as `analysisData` and `followedFigure`; `conditionNotUsable` for a scale or
 *   what is calculated, which has no wording of its own
 */
export async function benchmark(
  context: ServerContext,
  studyId: string,
  { question, answers, wave, others, leastDifference }: BenchmarkOrder,
): Promise<Benchmark> {
  const study = await studyAt(context, studyId)
  const own = await askedRound(context, await waveOf(context, studyId, wave))
  const figure = followedFigure(codebook(own.questionnaire), own.questionnaire, question, answers)
  const asked = questionOf(own.questionnaire, question)
  const ours = await estimatedRound(context, own, figure)
  const rule = markingRule(policyOf(context, study), leastDifference, figure.range)
  const theirs: Beside[] = []
  for (const other of others) theirs.push(await beside(context, { study, own, figure, asked }, other))
  return {
    figure,
    own: toldRound(own, ours),
    others: compared(ours, theirs, rule),
    rule,
  }
}

interface Asking {
  readonly study: Study
  readonly own: AskedRound
  readonly figure: FollowedFigure
  readonly asked: AskedQuestion
}

/** A question, and which of its variables it is about: itself, or a part. */
interface AskedQuestion {
  readonly name: string
  readonly topic: string | undefined
  readonly part: string
}

interface Beside {
  readonly study: Study
  readonly round: AskedRound
  readonly differs: BenchmarkRound['differs']
  /** Null where nothing may be set beside it. */
  readonly estimated: EstimatedRound | null
}

async function beside(
  context: ServerContext,
  { study, own, figure, asked }: Asking,
  { study: studyId, wave }: RoundOfStudy,
): Promise<Beside> {
  const other = await studyAt(context, studyId)
  const round = await askedRound(context, await waveOf(context, studyId, wave))
  const theirs = sameQuestion(round.questionnaire, asked)
  const differs =
    theirs === undefined
      ? (['notAsked'] as const)
      : (differsBetweenStudies({ ...own, question: asked.name }, { ...round, question: theirs }) ?? [
          'notAsked' as const,
        ])
  const all = [...(study.sample === other.sample ? [] : (['madeUp'] as const)), ...differs]
  if (all.length > 0 || theirs === undefined) return { study: other, round, differs: all, estimated: null }
  const estimated = await estimatedRound(context, round, { ...figure, question: `${theirs}${asked.part}` })
  return { study: other, round, differs: all, estimated }
}

function compared(ours: EstimatedRound, theirs: readonly Beside[], rule: MarkingRule): readonly BenchmarkRound[] {
  const pairs = theirs.map(({ estimated }) => ({ first: estimated, second: ours, differs: [] }))
  const differences = roundDifferences(pairs, rule)
  return theirs.map(({ study, round, differs, estimated }, at): BenchmarkRound => {
    const { found, verdict } = differences[at] ?? { found: { notComputed: 'noAnswers' }, verdict: 'tooFewToSay' }
    return {
      study: study.title,
      organisation: study.organisation.name,
      wave: round.wave.id,
      differs,
      round: estimated === null ? null : toldRound(round, estimated),
      found,
      verdict: estimated === null ? 'notComparable' : verdict,
    }
  })
}

function questionOf(questionnaire: Questionnaire, variable: string): AskedQuestion {
  const asked = questionnaire.questions.find(({ name }) => variable === name || variable.startsWith(`${name}__`))
  if (asked === undefined)
    throw problem('conditionNotUsable', { variable, type: 'calculated', expected: 'a question, or a part of one' })
  return { name: asked.name, topic: asked.topic, part: variable.slice(asked.name.length) }
}

/** The same topic, else the same name: words of a town's own have no topic to know them by. */
function sameQuestion({ questions }: Questionnaire, { name, topic }: AskedQuestion): string | undefined {
  return questions.find((one) =>
    topic === undefined && one.topic === undefined ? one.name === name : one.topic === topic,
  )?.name
}
