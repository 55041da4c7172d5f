import { computed, notComputed, type Figure, type NotComputed } from '@klankbord/model'
import {
  cohensH,
  countSelected,
  isSelected,
  newcombeInterval,
  raoScottTest,
  selectedByAll,
  testedShares,
  type Interval,
  type RaoScottResult,
} from '@klankbord/statistics'
import type { AnalysisData } from './analysis-data.ts'
import { shareFigure, type Known, type WeightedShare } from './share-figures.ts'
import { rowsIn, type ComparedFigure, type TwoGroups } from './two-groups.ts'
import type { Weighting } from './weighting.ts'

/**
 * The share of a group beside that of the others: `testedShares`, with Newcombe's interval; weighted by the test of Rao and
 * Scott, with an interval made of those of both in the way of Newcombe.
 */
export function compareShares(data: AnalysisData, two: TwoGroups, property: Known): ComparedFigure {
  const { weighting } = data
  const sizeOf = (rows: TwoGroups['group']): number =>
    weighting
      ? rowsIn(rows, property.known).filter((row) => (weighting.weights[row] ?? 0) > 0).length
      : countSelected(selectedByAll(rows, property.known))
  const base = { n: sizeOf(two.group), nOthers: sizeOf(two.others) }
  return { ...base, ...(weighting ? weighted(data, weighting, two, property) : counted(two, property)) }
}

type Compared = Omit<ComparedFigure, 'n' | 'nOthers'>

function counted({ group, others, populations }: TwoGroups, { having, known }: Known): Compared {
  const [inGroup, inOthers] = [selectedByAll(group, known), selectedByAll(others, known)]
  const counts = {
    count1: countSelected(selectedByAll(inGroup, having)),
    n1: countSelected(inGroup),
    count2: countSelected(selectedByAll(inOthers, having)),
    n2: countSelected(inOthers),
  }
  const { count1, n1, count2, n2 } = counts
  if (n1 === 0 || n2 === 0) return nothing('fisher', n1, n2, { estimate: count1 / n1, others: count2 / n2 })
  const shares = { ...counts, population1: populations?.group ?? null, population2: populations?.others ?? null }
  return {
    estimate: count1 / n1,
    others: count2 / n2,
    difference: count1 / n1 - count2 / n2,
    interval: newcombeInterval(shares),
    ...testedShares(shares),
    effect: { name: 'cohensH', value: cohensH(counts) },
  }
}

function nothing(
  test: ComparedFigure['test'],
  n1: number,
  n2: number,
  shares: { readonly estimate: number; readonly others: number },
): Compared {
  const none = notComputed('noAnswers')
  return {
    estimate: n1 === 0 ? none : shares.estimate,
    others: n2 === 0 ? none : shares.others,
    difference: none,
    interval: none,
    test,
    p: none,
    effect: { name: 'cohensH', value: none },
  }
}

function weighted(data: AnalysisData, weighting: Weighting, two: TwoGroups, property: Known): Compared {
  const shareOf = (rows: TwoGroups['group']): WeightedShare | undefined =>
    shareFigure(data, { code: null, label: null, rows, people: 0, population: null }, property).weighted
  const [one, other] = [shareOf(two.group), shareOf(two.others)]
  const none = notComputed('noWeight')
  const [estimate, others] = [one?.share ?? none, other?.share ?? none]
  const both = computed<number>(estimate) && computed<number>(others)
  const tested = testedByRaoScott(weighting, two, property)
  return {
    estimate,
    others,
    difference: both ? estimate - others : computed<number>(estimate) ? others : estimate,
    interval: both ? betweenIntervals(estimate - others, one, other) : none,
    test: 'raoScott',
    p: tested,
    effect: {
      name: 'cohensH',
      value: both ? 2 * (Math.asin(Math.sqrt(estimate)) - Math.asin(Math.sqrt(others))) : none,
    },
  }
}

/** The way of Newcombe (1998, method 10), on any two intervals. */
function betweenIntervals(
  difference: number,
  one: WeightedShare | undefined,
  other: WeightedShare | undefined,
): Interval | NotComputed {
  const [first, second] = [one?.interval, other?.interval]
  if (!first || !second || !one || !other) return notComputed('noWeight')
  if (!computed<Interval>(first)) return first
  if (!computed<Interval>(second)) return second
  const [share, shareOther] = [Number(one.share), Number(other.share)]
  return {
    low: difference - Math.hypot(share - first.low, second.high - shareOther),
    high: difference + Math.hypot(first.high - share, shareOther - second.low),
  }
}

function testedByRaoScott({ weights }: Weighting, { group, others }: TwoGroups, { having, known }: Known): Figure {
  const rows = [group, others].flatMap((selection, row) =>
    rowsIn(selection, known).map((place) => ({ row, column: isSelected(having, place) ? 0 : 1, place })),
  )
  const people = rows.filter(({ place }) => (weights[place] ?? 0) > 0)
  const tested = raoScottTest({
    row: people.map(({ row }) => row),
    column: people.map(({ column }) => column),
    rows: 2,
    columns: 2,
    weights: people.map(({ place }) => weights[place] ?? 0),
  })
  return computed<RaoScottResult>(tested) ? tested.p : tested
}
