import { problem } from '@klankbord/model'
import { requireLength } from '../columns/require-rows.ts'
import { sumOf } from '../summaries/sum-of.ts'

/** How many people there are of each category of a variable, and in which of them each row falls. */
export interface Margin {
  readonly variable: string
  /** Per row the code of its category. */
  readonly codes: ArrayLike<number>
  readonly targets: readonly MarginTarget[]
}

/** So many people have this code, known from outside the answers: from the frame, or from statistics. */
export interface MarginTarget {
  readonly code: number
  readonly total: number
}

/** A margin as weights make it. */
export interface ReachedMargin {
  readonly variable: string
  readonly categories: readonly (MarginTarget & { readonly reached: number })[]
}

/**
 * Checks that margins can be weighted to at all: every category has people and a total, everybody has a category, and the
 * totals of all margins are equal.
 *
 * @throws Problem `lengthsDiffer`, `argumentOutOfRange` for a total that is not above 0, `marginMissingValues`,
 *   `marginWithoutTotal`, `marginWithoutPeople`, `marginsDisagree`
 */
export function requireMargins(margins: readonly Margin[], rows: number): void {
  for (const { variable, codes, targets } of margins) {
    requireLength(variable, codes, rows)
    for (const { total } of targets)
      if (!(total > 0 && total < Infinity))
        throw problem('argumentOutOfRange', { name: variable, value: total, expected: 'totals above 0' })
    requireCategories(variable, codes, new Set(targets.map(({ code }) => code)))
  }
  requireEqualTotals(margins)
}

function requireCategories(variable: string, codes: ArrayLike<number>, wanted: ReadonlySet<number>): void {
  const found = new Set<number>()
  let missing = 0
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1
    if (code < 0) missing += 1
    else found.add(code)
  }
  if (missing > 0) throw problem('marginMissingValues', { variable, missing })
  for (const code of found) if (!wanted.has(code)) throw problem('marginWithoutTotal', { variable, code })
  for (const code of wanted) if (!found.has(code)) throw problem('marginWithoutPeople', { variable, code })
}

function requireEqualTotals(margins: readonly Margin[]): void {
  const totals = margins.map(({ targets }) => totalOf(targets))
  const [first = 0] = totals
  if (totals.some((total) => Math.abs(total - first) > ROUNDING * first))
    throw problem('marginsDisagree', { variables: margins.map(({ variable }) => variable), totals })
}

/** Sums of totals that are no whole numbers differ by this share at most. */
const ROUNDING = 1e-9

export function totalOf(targets: readonly MarginTarget[]): number {
  return sumOf(targets.map(({ total }) => total))
}

/**
 * What weights make of each category, beside what it should be: how a weighting is judged, and what trimming costs.
 *
 * @example reachedMargins([sex], weights)[0].categories // [{ code: 1, total: 175, reached: 177.16 }, …]
 */
export function reachedMargins(margins: readonly Margin[], weights: ArrayLike<number>): readonly ReachedMargin[] {
  return margins.map(({ variable, codes, targets }) => {
    const sums = sumsByCode(codes, weights)
    return { variable, categories: targets.map(({ code, total }) => ({ code, total, reached: sums.get(code) ?? 0 })) }
  })
}

/** What the rows of each code weigh together. */
export function sumsByCode(codes: ArrayLike<number>, weights: ArrayLike<number>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1
    sums.set(code, (sums.get(code) ?? 0) + (weights[row] ?? 0))
  }
  return sums
}

/** A category, and how far from its total weights bring it, as a share of that total. */
export interface CategoryError extends MarginTarget {
  readonly variable: string
  readonly reached: number
  readonly error: number
}

/** The category that is farthest from its total; null without any. */
export function farthestCategory(margins: readonly ReachedMargin[]): CategoryError | null {
  return margins
    .flatMap(({ variable, categories }) =>
      categories.map((one) => ({ variable, ...one, error: Math.abs(one.reached - one.total) / one.total })),
    )
    .reduce<CategoryError | null>((worst, one) => (worst === null || one.error > worst.error ? one : worst), null)
}

/**
 * The largest distance from a total, as a share of that total.
 *
 * @example largestError(reachedMargins([sex, age], trimWeights(weights, bounds)))
 */
export function largestError(margins: readonly ReachedMargin[]): number {
  return farthestCategory(margins)?.error ?? 0
}
