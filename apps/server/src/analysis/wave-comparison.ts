import { computed, type DisclosurePolicy, type Figure, type LocalizedText } from '@klankbord/model'
import { clearDifferences, notSelected, type MarkedDifference } from '@klankbord/statistics'
import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { analysedNamed, titleOf } from './analysed-variable.ts'
import { analysisData, type AnalysisData } from './analysis-data.ts'
import type { AnalysisOrder } from './analysis-order.ts'
import { analysisGroups, shownGroups, type AnalysisGroup, type AnalysisGroups } from './analysis-groups.ts'
import { asAsked } from './asked-of-everybody.ts'
import { comparedMeasure, type ComparedMeasure, type WantedShare } from './compared-measure.ts'
import { compareMeans } from './compare-means.ts'
import { compareOrder } from './compare-order.ts'
import { compareShares } from './compare-shares.ts'
import { oneByOne } from './one-by-one.ts'
import { overallMeans, overallOrder, overallShares, type OverallTest } from './overall-test.ts'
import { requireFewFigures } from './require-few-figures.ts'
import { twoGroupsOf, type ComparedFigure } from './two-groups.ts'
import { weightingNote, type WeightingNote } from './weighting-note.ts'

export interface ComparisonOrder extends AnalysisOrder {
  /** A variable or a scale. */
  readonly question: string
  readonly by: string
  /** Smaller differences are not called one; 0.05 of a share, 0.147 of a delta, 0.2 of a standard deviation unless told. */
  readonly leastDifference?: number | undefined
  readonly share?: WantedShare | undefined
}

/** When something is called a difference here. */
export interface ComparisonRule {
  readonly leastDifference: number
  /** In what that is: a share, Cliff's delta, the unit of the question, or standard deviations (Hedges' g). */
  readonly unit: 'share' | 'delta' | 'unitOfQuestion' | 'standardDeviations'
  /** With fewer answers in the group or outside it nothing is said. */
  readonly leastGroup: number
  readonly level: number
  /** How many were to be tested, and are corrected for together. */
  readonly tested: number
}

/** Every group of a wave beside all others. */
export interface WaveComparison {
  readonly people: number
  readonly question: { readonly name: string; readonly label: LocalizedText }
  readonly by: { readonly name: string; readonly label: LocalizedText }
  readonly hidden: readonly Pick<AnalysisGroup, 'code' | 'label'>[]
  readonly leastGroup: number
  readonly weighting: WeightingNote | null
  readonly measure: ComparedMeasure['measure']
  /** Of answers in order: what higher means. */
  readonly higher?: 'higherCode' | 'morePositive'
  readonly rule: ComparisonRule
  /** Null where several answers were possible, and for weighted means. */
  readonly overall: OverallTest | null
  readonly rows: readonly ComparedRow[]
}

/** One answer, or the question as a whole, in each group. */
export interface ComparedRow {
  readonly code: number | null
  readonly label: LocalizedText | null
  readonly groups: readonly (Pick<AnalysisGroup, 'code' | 'label'> & ComparedFigure & MarkedDifference)[]
}

const LEVEL = 0.05
/** Most answers times groups of one request: each looks at everybody. */
const MOST_COMPARED = 2000

/**
 * Compares each group with everybody in the others, by the test that fits the question, and marks a difference only when it
 * is sure after Holm's correction over all that was compared here, large enough to matter, and about enough people.
 *
 * @throws Problem what `analysisData`, `analysisGroups` and `comparedMeasure` refuse; `tooManyFigures`
 */
export async function waveComparison(
  context: ServerContext,
  wave: Wave,
  order: ComparisonOrder,
): Promise<WaveComparison> {
  const data = await analysisData(context, wave, order)
  const split = analysisGroups(data, order.by)
  const analysed = analysedNamed(data, order.question)
  const measured = comparedMeasure(data, analysed, order.share)
  const groups = answeringGroups(data, split, measured)
  const unshown = split.groups.filter((group) => !groups.includes(group)).map(({ code, label }) => ({ code, label }))
  const answers = measured.measure === 'shares' ? measured.shares.length : 1
  requireFewFigures([answers], groups.length, MOST_COMPARED)
  const compared = await rowsOf(data, asAsked(data.dataset, analysed, groups), measured)
  const rule = ruleOf(data.policy, measured, order.leastDifference)
  const marked = markedBy(rule, compared)
  return {
    people: data.people,
    question: { name: order.question, ...titleOf(analysed) },
    by: { name: order.by, ...titleOf(analysedNamed(data, order.by)) },
    hidden: [...split.hidden, ...unshown],
    leastGroup: data.leastGroup,
    weighting: data.weighting && weightingNote(data.weighting),
    measure: measured.measure,
    ...(measured.measure === 'order' && { higher: measured.higher }),
    rule: { ...rule, tested: testedIn(compared, rule.leastGroup) },
    overall: overallOf(data, groups, measured),
    rows: compared.map(({ code, label, figures }, row) => ({
      code,
      label,
      groups: figures.map((figure, at) => ({
        code: groups[at]?.code ?? null,
        label: groups[at]?.label ?? null,
        ...told(figure, marked[row]?.[at] ?? NOT_TESTED),
      })),
    })),
  }
}

/** Groups of which enough people, in an anonymous wave, gave an answer that is compared. */
function answeringGroups(
  data: AnalysisData,
  { by, groups }: Pick<AnalysisGroups, 'by' | 'groups'>,
  measured: ComparedMeasure,
): readonly AnalysisGroup[] {
  const known = measured.measure === 'shares' ? measured.shares[0]?.known : measured.numbers.known
  return shownGroups(data, by, groups, known)
}

function testedIn(rows: readonly Row[], leastGroup: number): number {
  return rows.flatMap(({ figures }) => figures).filter(({ n, nOthers }) => Math.min(n, nOthers) >= leastGroup).length
}

/** What was not tested has no p to be tempted by. */
function told(figure: ComparedFigure, marked: MarkedDifference): ComparedFigure & MarkedDifference {
  return { ...figure, ...marked, p: marked.verdict === 'tooFewToSay' ? marked.adjusted : figure.p }
}

const NOT_TESTED: MarkedDifference = { verdict: 'tooFewToSay', adjusted: { notComputed: 'tooFewAnswers' } }

interface Row {
  readonly code: number | null
  readonly label: LocalizedText | null
  readonly figures: readonly ComparedFigure[]
}

async function rowsOf(
  data: AnalysisData,
  groups: readonly AnalysisGroup[],
  measured: ComparedMeasure,
): Promise<readonly Row[]> {
  const pairs = groups.map((_, at) => twoGroupsOf(groups, at))
  if (measured.measure === 'shares')
    return oneByOne(measured.shares, async ({ code, label, having, known }) => ({
      code,
      label,
      figures: await oneByOne(pairs, (two) => compareShares(data, two, { having, known })),
    }))
  const figures = await oneByOne(pairs, (two) =>
    measured.measure === 'order' ? compareOrder(data, two, measured) : compareMeans(data, two, measured.numbers),
  )
  return [{ code: null, label: null, figures }]
}

/** 5 points of a share as in publications; 0.147 and 0.2 are what Romano et al. (2006) and Cohen (1988) call small. */
function ruleOf(
  { indicativeBelow }: DisclosurePolicy,
  { measure }: ComparedMeasure,
  asked: number | undefined,
): Omit<ComparisonRule, 'tested'> {
  const rest = { leastGroup: indicativeBelow, level: LEVEL }
  if (measure === 'shares') return { leastDifference: asked ?? 0.05, unit: 'share', ...rest }
  if (measure === 'order') return { leastDifference: asked ?? 0.147, unit: 'delta', ...rest }
  if (asked === undefined) return { leastDifference: 0.2, unit: 'standardDeviations', ...rest }
  return { leastDifference: asked, unit: 'unitOfQuestion', ...rest }
}

function markedBy(
  { unit, ...rule }: Omit<ComparisonRule, 'tested'>,
  rows: readonly Row[],
): readonly (readonly MarkedDifference[])[] {
  // Which way it goes, only the difference says that people read; where nobody differs within a group, any is large.
  const sizeOf = ({ difference, effect }: ComparedFigure): Figure => {
    if (unit !== 'standardDeviations' || !computed<number>(difference)) return difference
    return Math.sign(difference) * (computed<number>(effect.value) ? Math.abs(effect.value) : Infinity)
  }
  const comparisons = rows.flatMap(({ figures }) =>
    figures.map((figure) => {
      const difference = sizeOf(figure)
      // Without a difference there is no p either, and then nothing is marked.
      const [size, p] = computed<number>(difference) ? [difference, figure.p] : [0, difference]
      return { difference: size, p, n1: figure.n, n2: figure.nOthers, interval: figure.interval }
    }),
  )
  const marked = clearDifferences(comparisons, rule)
  let next = 0
  return rows.map(({ figures }) => {
    next += figures.length
    return marked.slice(next - figures.length, next)
  })
}

function overallOf(
  data: AnalysisData,
  groups: readonly AnalysisGroup[],
  measured: ComparedMeasure,
): OverallTest | null {
  if (measured.measure === 'order') return overallOrder(data, groups, measured.numbers)
  if (measured.measure === 'mean') return overallMeans(data, groups, measured.numbers)
  if (measured.table) return overallShares(data, groups, measured.shares)
  const [only, ...others] = measured.shares
  if (only === undefined || others.length > 0) return null
  const rest = { having: notSelected(only.having), known: only.known }
  return overallShares(data, groups, [only, rest])
}
