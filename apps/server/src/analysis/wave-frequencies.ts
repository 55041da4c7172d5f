import type { LocalizedText } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { analysedNamed, titleOf, type Analysed } from './analysed-variable.ts'
import { analysisData, type AnalysisData } from './analysis-data.ts'
import type { AnalysisOrder } from './analysis-order.ts'
import { analysisGroups, shownGroups, type AnalysisGroup, type AnalysisGroups } from './analysis-groups.ts'
import { asAsked } from './asked-of-everybody.ts'
import { countable } from './countable.ts'
import { groupFigures, type GroupFigures } from './group-figures.ts'
import { oneByOne } from './one-by-one.ts'
import { requireFewFigures } from './require-few-figures.ts'
import { weightingNote, type WeightingNote } from './weighting-note.ts'

/** Most questions of one request: each is counted for each group. */
export const MOST_QUESTIONS = 60
/** Most answers times groups of one request: sixty questions of ten answers for some hundred and sixty groups. */
const MOST_FIGURES = 100_000

export interface FrequenciesOrder extends AnalysisOrder {
  /** Names of variables and of scales; the first sixty that can be counted unless told. */
  readonly questions?: readonly string[] | undefined
  /** A question with one answer to split people by. */
  readonly by?: string | undefined
}

/** What a wave answered, as it stands: for those who may read it, never to hand on. */
export interface WaveFrequencies {
  readonly people: number
  readonly by: { readonly name: string; readonly label: LocalizedText } | null
  /** Groups of which nothing is told, since they are too small in an anonymous wave. */
  readonly hidden: readonly Pick<AnalysisGroup, 'code' | 'label'>[]
  /** Of an anonymous wave the fewest people that a group may have; else 1. */
  readonly leastGroup: number
  readonly weighting: WeightingNote | null
  readonly variables: readonly VariableFigures[]
  /** Questions beyond the sixty, where none were named. */
  readonly leftOut: readonly string[]
}

/** The figures of a variable, for each group. */
export interface VariableFigures {
  readonly name: string
  readonly label: LocalizedText
  readonly prompt?: LocalizedText
  readonly type: string
  readonly groups: readonly (GroupHead & GroupFigures)[]
  /** Groups of an anonymous wave of which too few answered this question, or without which such a one could be computed. */
  readonly hidden: readonly Pick<AnalysisGroup, 'code' | 'label'>[]
}

/** Of whom the figures are. */
export interface GroupHead {
  readonly code: number | null
  readonly label: LocalizedText | null
  readonly people: number
  /** Whom intervals are about; null where nobody knows how many, or where only some of the group were asked. */
  readonly population: number | null
  /** How many the list has, where more answered: intervals are for a large population then. */
  readonly listed?: number
}

/**
 * Counts what a wave answered.
 *
 * @throws Problem what `analysisData` and `analysisGroups` refuse; `unknownVariable`, `tooManyFigures`
 */
export async function waveFrequencies(
  context: ServerContext,
  wave: Wave,
  order: FrequenciesOrder,
): Promise<WaveFrequencies> {
  const data = await analysisData(context, wave, order)
  const { by, groups, hidden } = analysisGroups(data, order.by)
  const all = order.questions ?? countableNames(data)
  const names = all.slice(0, MOST_QUESTIONS)
  const questions = names.map((name) => analysedNamed(data, name))
  requireFewFigures(questions.map(answersOf), groups.length, MOST_FIGURES)
  return {
    people: data.people,
    by: by === null ? null : { name: by, ...titleOf(analysedNamed(data, by)) },
    hidden,
    leastGroup: data.leastGroup,
    weighting: data.weighting && weightingNote(data.weighting),
    variables: await oneByOne(questions, (analysed) => variableFigures(data, analysed, { by, groups })),
    leftOut: all.slice(MOST_QUESTIONS),
  }
}

/** How many answers there are to choose; 1 for a number. */
function answersOf(analysed: Analysed): number {
  return analysed.kind === 'scale' ? 1 : Math.max(1, analysed.variable.categories.length)
}

function countableNames({ dataset, questionnaire }: AnalysisData): readonly string[] {
  const variables = dataset.codebook.variables.filter(({ type }) => type !== 'text').map(({ name }) => name)
  return [...variables, ...(questionnaire.scales ?? []).map(({ name }) => name)]
}

async function variableFigures(
  data: AnalysisData,
  analysed: Analysed,
  { by, groups }: Pick<AnalysisGroups, 'by' | 'groups'>,
): Promise<VariableFigures> {
  const question = countable(data, analysed)
  const shown = shownGroups(data, by, groups, question.valid)
  return {
    name: analysed.name,
    ...titleOf(analysed),
    type: analysed.kind === 'scale' ? 'scale' : analysed.variable.type,
    groups: await oneByOne(asAsked(data.dataset, analysed, shown), (group) => ({
      ...headOf(group),
      ...groupFigures(data, question, group),
    })),
    hidden: groups.filter((group) => !shown.includes(group)).map(({ code, label }) => ({ code, label })),
  }
}

function headOf({ code, label, people, population, listed }: AnalysisGroup): GroupHead {
  return { code, label, people, population, ...(listed !== undefined && { listed }) }
}
