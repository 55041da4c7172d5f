import {
  canonicalJson,
  type AskedWording,
  type Publication,
  type PublishedTrend,
  type QuestionOverRounds,
  type ReleasedTable,
  type ShareEstimate,
  type TrendBreak,
  type TrendDifference,
  type TrendPoint,
} from '@klankbord/model'
import { LEAST_DIFFERENCE } from '@klankbord/disclosure'
import { mayCompare } from '@klankbord/questionnaire'
import { clearDifferences, newcombeInterval, testedShares, type Comparison, type Interval } from '@klankbord/statistics'

/** What a trend needs to know of a round. */
export type Round = Pick<Publication, 'id' | 'wave' | 'account' | 'tables' | 'recipe' | 'disclosure'>

/**
 * How the positive answers of everybody went from round to round, read from publications alone: what an earlier one does
 * not show is not shown here. Nothing is tested across a break: other words, other answers, other people, another way of
 * answering. Of each question the last round is tested against the one before and against the first behind the last
 * break, with Holm's correction over all of these.
 *
 * @param earlier publications of earlier rounds, the oldest first
 * @returns null where no question of this round was in an earlier one
 */
export function trendOf(now: Round, earlier: readonly Round[]): PublishedTrend | null {
  const rounds = [...earlier, now]
  const followed = now.tables
    .filter((table) => table.by === null && positiveIn(table) !== null)
    .map((table) => followedIn(table, rounds))
    .filter(({ places }) => places.length > 1)
  if (followed.length === 0) return null
  const pairs = followed.map(pairsIn)
  const marks = clearDifferences(
    pairs.flat().map(({ comparison }) => comparison),
    { leastDifference: LEAST_DIFFERENCE, leastGroup: now.disclosure.policy.indicativeBelow },
  )
  let at = 0
  const questions = followed.map(({ table, points }, index): QuestionOverRounds => {
    const differences = (pairs[index] ?? []).map(({ since, comparison, interval }): TrendDifference => {
      const verdict = marks[at]?.verdict ?? 'tooFewToSay'
      at += 1
      return { since, difference: comparison.difference, low: interval.low, high: interval.high, verdict }
    })
    return { question: table.subject.name, label: table.subject.label, points, differences }
  })
  const tested = marks.filter(({ verdict }) => verdict !== 'tooFewToSay')
  const clear = tested.filter(({ verdict }) => verdict !== 'noClearDifference').length
  return { questions, comparisons: { made: tested.length, clear, leastDifference: LEAST_DIFFERENCE } }
}

/** A figure with the people it stands for. */
interface Place {
  readonly round: Round
  readonly asked: AskedWording | undefined
  readonly found: { readonly positive: ShareEstimate; readonly n: number; readonly population: number | null } | null
}

interface Followed {
  readonly table: ReleasedTable
  readonly places: readonly Place[]
  readonly points: readonly TrendPoint[]
}

function followedIn(table: ReleasedTable, rounds: readonly Round[]): Followed {
  const { name } = table.subject
  const places = rounds.flatMap((round): readonly Place[] => {
    const there = round.tables.find(({ by, subject }) => by === null && subject.name === name)
    if (there === undefined) return []
    return [{ round, asked: askedIn(round, name), found: positiveIn(there) }]
  })
  const points = places.map((place, index): TrendPoint => {
    const { id: publication, wave, recipe } = place.round
    const before = places[index - 1]
    const weighted = recipe.weights === 'none' ? {} : { weighted: true }
    const round = { publication, wave: wave.title, from: wave.from, to: wave.to, ...weighted }
    const differs = before === undefined ? [] : differsBetween(before, place)
    if (place.found === null) return { ...round, differs, status: 'hidden' }
    return { ...round, differs, status: 'shown', n: place.found.n, positive: place.found.positive }
  })
  return { table, places, points }
}

function positiveIn({ groups: [everybody] }: ReleasedTable): Place['found'] {
  if (everybody === undefined || everybody.status === 'hidden' || everybody.positive === null) return null
  return { positive: everybody.positive, n: everybody.base.valid, population: everybody.population }
}

/** The row of a matrix was asked as its question was. */
function askedIn({ recipe }: Round, name: string): AskedWording | undefined {
  return recipe.asked?.[name] ?? recipe.asked?.[name.split('__')[0] ?? name]
}

const ORDER: readonly TrendBreak[] = ['wording', 'scale', 'people', 'mode']

/** What is not told of an older publication counts as different: its words, and how people answered. */
function differsBetween(before: Place, after: Place): readonly TrendBreak[] {
  const found = new Set<TrendBreak>()
  const { differs } = mayCompare(comparable(before, 'before'), comparable(after, 'after'))
  for (const one of differs) found.add(one)
  const routings = [before, after].flatMap(({ asked }) => asked?.routingHash ?? [])
  const [one, other] = [before.round, after.round]
  const framed = ({ account }: Round): boolean => account.frame !== null
  const open = ({ wave }: Round): boolean => wave.mode === 'open'
  const isOther = framed(one) !== framed(other) || open(one) !== open(other) || weightedBy(one) !== weightedBy(other)
  if (new Set(routings).size > 1 || isOther) found.add('people')
  return ORDER.filter((kind) => found.has(kind))
}

function comparable({ asked, round }: Place, unknown: string): Parameters<typeof mayCompare>[0] {
  const { modes = [] } = round.recipe
  const [only] = modes
  return {
    wordingHash: asked?.wordingHash ?? unknown,
    scaleHash: asked?.scaleHash ?? unknown,
    mode: modes.length === 1 && only !== undefined ? only : 'notKnown',
  }
}

interface Pair {
  readonly since: string
  readonly comparison: Comparison
  readonly interval: Interval
}

/** The last round with the one before, and with the first behind the last break where that is another. */
function pairsIn({ places, points }: Followed): readonly Pair[] {
  const last = places.length - 1
  const begin = Math.max(
    0,
    points.findLastIndex(({ differs }) => differs.length > 0),
  )
  const earlier = [...new Set([last - 1, begin])].filter((place) => place >= begin && place < last)
  return earlier.flatMap((place) => pairOf(places[place], places[last]))
}

function pairOf(before: Place | undefined, after: Place | undefined): readonly Pair[] {
  if (!before?.found || !after?.found) return []
  const [one, two] = [after.found, before.found]
  const [own, other] = [testedAs(one, after.round), testedAs(two, before.round)]
  const shares = {
    count1: own.count,
    n1: own.n,
    population1: one.population,
    count2: other.count,
    n2: other.n,
    population2: two.population,
  }
  if (own.n === 0 || other.n === 0) return []
  const interval = newcombeInterval(shares)
  const { p } = testedShares(shares)
  const difference = one.positive.share - two.positive.share
  return [{ since: before.round.id, interval, comparison: { difference, p, n1: one.n, n2: two.n, interval } }]
}

/** Whole numbers of people that a share is tested as: of weighted ones as many as their weights are worth. */
function testedAs(
  { positive, n }: NonNullable<Place['found']>,
  { recipe: { weights } }: Round,
): { readonly count: number; readonly n: number } {
  if (weights === 'none') return { count: positive.count, n }
  const worth = Math.floor(n / weights.designEffect)
  return { count: Math.round(positive.share * worth), n: worth }
}

/** By what people are weighted; other weights make figures stand for other people. */
function weightedBy({ recipe: { weights } }: Round): string {
  return weights === 'none' ? '' : canonicalJson([weights.by, weights.trim])
}
