import { columnOf, problem, variableOf, type Dataset } from '@klankbord/model'
import {
  condensedDesign,
  countSelected,
  isSelected,
  largestError,
  postStratify,
  rake,
  reachedMargins,
  selectedRows,
  selectionOf,
  surveyDesign,
  trimWeights,
  type CondensedDesign,
  type Margin,
  type MarginTarget,
  type ReachedMargin,
  type Selection,
  type SurveyDesign,
} from '@klankbord/statistics'

/** What is known of the people whom the answers stand for. */
export interface PopulationTargets {
  readonly margins: readonly TargetMargin[]
  /** Bounds of the weights, in times the mean weight. */
  readonly trim?: { readonly low: number; readonly high: number } | undefined
}

/** How many people, or which share of them, there are of each answer to one question. */
export interface TargetMargin {
  readonly variable: string
  readonly categories: readonly ({ readonly code: number } & (
    { readonly count: number } | { readonly share: number }
  ))[]
}

/** Weights for a wave, with how they came about. */
export interface Weighting {
  readonly method: 'postStratification' | 'raking'
  /** Per row; 1 on average over those who weigh anything, 0 for those without an answer to what is weighted by. */
  readonly weights: Float64Array
  /** The rows of those who have a weight. */
  readonly places: Int32Array
  /** Per row its place among these; −1 without a weight. */
  readonly placeOf: Int32Array
  /** How many have none, since they did not say what is weighted by. */
  readonly leftOut: number
  /** What the weights make of each category, in people of the wave. */
  readonly margins: readonly ReachedMargin[]
  /** The largest distance from a total, as a share of it; above 0 after trimming. */
  readonly largestError: number
  /** How many weights were outside the bounds; null without bounds. */
  readonly trimmed: number | null
  /** The sample of those with a weight, in the order of the rows. */
  readonly design: SurveyDesign
  /** The same in short, for many groups. */
  readonly condensed: CondensedDesign
}

/**
 * Weights a wave to known margins: by post-stratification for one, by raking for more. Totals are scaled to the people who
 * said all that is weighted by, so that weights are 1 on average and weighted numbers compare with unweighted ones.
 *
 * @param leastGroup above 1: of an anonymous wave, in which no weight is above five, and totals may be missed for it
 * @example weightingOf(dataset, { margins: [{ variable: 'district', categories: [{ code: 1, count: 600 }, { code: 2, count: 400 }] }] })
 * @throws Problem `unknownVariable`, `questionNotAnalysable` for what is no single choice or has no such code, `targetTwice`,
 *   `trimmingOutOfRange`; where margins cannot be met `marginWithoutTotal`, `marginWithoutPeople`, `marginsDisagree`,
 *   `marginsNotReachable`, `marginNotReached`
 */
export function weightingOf(dataset: Dataset, targets: PopulationTargets, leastGroup = 1): Weighting {
  const names = targets.margins.map(({ variable }) => variable)
  for (const [at, variable] of names.entries())
    if (names.indexOf(variable) < at) throw problem('targetTwice', { variable })
  const given = targets.margins.map((margin) => marginOf(dataset, margin))
  const weighted = selectionOf(dataset.rows, (row) => given.every(({ codes }) => (codes[row] ?? -1) >= 0))
  const people = countSelected(weighted)
  const margins = given.map((margin) => ({
    ...margin,
    codes: margin.codes.filter((_, row) => isSelected(weighted, row)),
  }))
  const [first] = given
  if (people === 0 && first)
    throw problem('marginWithoutPeople', { variable: first.variable, code: first.targets[0]?.code ?? 0 })
  const scaled = scaledTo(margins, people)
  const [only] = scaled
  const fitted =
    scaled.length === 1 && only !== undefined
      ? postStratify(only)
      : rake({ margins: scaled, mostRounds: MOST_ROUNDS }).weights
  const trim = boundsFor(targets.trim, fitted, leastGroup)
  const weights = trim ? trimWeights(fitted, { lower: trim.low, upper: trim.high, rounds: 'strict' }) : fitted
  const reached = reachedMargins(scaled, weights)
  const places = selectedRows(weighted)
  const placeOf = new Int32Array(dataset.rows).fill(-1)
  for (const [place, row] of places.entries()) placeOf[row] = place
  // Trimmed weights no longer meet the margins, so these explain nothing for sure.
  const calibration = trim ? {} : { calibration: { margins: scaled.map(({ codes }) => codes) } }
  const design = surveyDesign({ rows: people, weights, ...calibration })
  return {
    method: scaled.length === 1 ? 'postStratification' : 'raking',
    weights: spread(weights, weighted),
    places,
    placeOf,
    leftOut: dataset.rows - people,
    margins: reached,
    largestError: largestError(reached),
    trimmed: trim
      ? fitted.reduce((count, weight) => count + (weight < trim.low || weight > trim.high ? 1 : 0), 0)
      : null,
    design,
    condensed: condensedDesign(design),
  }
}

/** In an anonymous wave nobody weighs more than a few people: a figure that is nearly theirs would be about them. */
const MOST_OF_ONE = 5

function boundsFor(
  asked: PopulationTargets['trim'],
  fitted: Float64Array,
  leastGroup: number,
): PopulationTargets['trim'] {
  if (leastGroup === 1) return asked
  if (asked !== undefined) return { low: asked.low, high: Math.min(asked.high, MOST_OF_ONE) }
  return fitted.some((weight) => weight > MOST_OF_ONE) ? { low: 0, high: MOST_OF_ONE } : undefined
}
/** Weights that can be found are found in far fewer; the server waits for the others. */
const MOST_ROUNDS = 500

interface GivenMargin extends Margin {
  readonly codes: Int16Array
  /** Whether targets are numbers of people, and not shares. */
  readonly counted: boolean
}

function marginOf(dataset: Dataset, { variable: name, categories }: TargetMargin): GivenMargin {
  const variable = variableOf(dataset.codebook, name)
  const column = columnOf(dataset, name)
  if (column.type !== 'single')
    throw problem('questionNotAnalysable', {
      question: name,
      type: variable.type,
      expected: 'a question with one answer',
    })
  const known = variable.categories.filter(({ empty }) => empty === undefined).map(({ code }) => code)
  const unknown = categories.filter(({ code }) => !known.includes(code))
  if (unknown.length > 0)
    throw problem('questionNotAnalysable', {
      question: name,
      type: variable.type,
      expected: `codes among ${known.join(', ')}`,
    })
  const codes = new Set(categories.map(({ code }) => code))
  if (codes.size < categories.length) throw problem('targetTwice', { variable: name })
  const totals = categories.map((one): MarginTarget => ({
    code: one.code,
    total: 'count' in one ? one.count : one.share,
  }))
  return { variable: name, codes: column.codes, targets: totals, counted: categories.every((one) => 'count' in one) }
}

/**
 * Totals in people of the wave, after it was looked whether those that were given agree: numbers of people with each other,
 * shares with 1.
 */
function scaledTo(margins: readonly GivenMargin[], people: number): readonly GivenMargin[] {
  const sums = margins.map(({ targets }) => targets.reduce((sum, { total }) => sum + total, 0))
  const counted = sums.filter((_, at) => margins[at]?.counted === true)
  const agree = margins.every(({ counted: inPeople }, at) => {
    const sum = sums[at] ?? 0
    return inPeople ? Math.abs(sum - (counted[0] ?? 0)) <= ROUNDING * sum : Math.abs(sum - 1) <= ROUNDED_SHARES
  })
  if (!agree) throw problem('marginsDisagree', { variables: margins.map(({ variable }) => variable), totals: sums })
  return margins.map((margin, at) => ({
    ...margin,
    targets: margin.targets.map(({ code, total }) => ({ code, total: (total / (sums[at] ?? 1)) * people })),
  }))
}

/** Sums of numbers that are not whole. */
const ROUNDING = 1e-9
/** Shares of ten categories, each rounded to a tenth of a percent, add up to 1 within this. */
const ROUNDED_SHARES = 0.005

function spread(weights: Float64Array, weighted: Selection): Float64Array {
  let at = 0
  return Float64Array.from({ length: weighted.rows }, (_, row) => {
    if (!isSelected(weighted, row)) return 0
    at += 1
    return weights[at - 1] ?? 0
  })
}
