import { canonicalJson, computed, problem, type Frame, type RecipeWeights } from '@klankbord/model'
import { kishDesignEffect, rake, trimWeights, type KishDesignEffect, type Margin } from '@klankbord/statistics'
import type { SingleVariable } from '../banded-variable.ts'

/** How everybody of a wave is weighed, by class: people with the same answers to all that is weighted by. */
export interface PlanWeights {
  readonly recipe: RecipeWeights
  /** Per row. */
  readonly classOf: Int32Array
  /** What each of a class weighs; 1 on average. */
  readonly weights: readonly number[]
  /** Whether a variable that is weighted by is sensitive. */
  readonly sensitive: boolean
}

/** How many people there are of each code, by the name of what they are weighted by. */
export type WeightTargets = RecipeWeights['targets']

/** What is weighted by in a plan, and to what. */
export interface WeightsOrder {
  readonly variables: readonly SingleVariable[]
  readonly targets: WeightTargets
  readonly trim: number | null
}

/** The sizes that the frame has of these. @throws Problem `targetsUnknown` for one that it has none of */
export function targetsOf(variables: readonly SingleVariable[], frame: Frame | null): WeightTargets {
  return Object.fromEntries(
    variables.map(({ variable: { name } }) => {
      const sizes = frame?.strata[name]
      if (sizes === undefined) throw problem('targetsUnknown', { variable: name })
      return [name, sizes]
    }),
  )
}

/** Sizes of the same people add up to the same. @throws Problem `marginsDisagree` */
export function refuseUnequalTargets(targets: WeightTargets): void {
  const variables = Object.keys(targets)
  const totals = Object.values(targets).map((sizes) => Object.values(sizes).reduce((sum, people) => sum + people, 0))
  if (totals.some((total) => total !== totals[0])) throw problem('marginsDisagree', { variables, totals })
}

/**
 * Weights of everybody by raking, which for one variable is post-stratification, then trimmed. Totals are scaled to the people
 * who answered, so that weights are 1 on average.
 *
 * Who did not answer all that is weighted by joins the class whose weight is nearest to 1: left out, or in a class of their
 * own, these few would come back as what is weighted and what is counted differ.
 *
 * @throws Problem `marginsDisagree`, `marginWithoutTotal`, `marginWithoutPeople`, `marginsNotReachable`, `marginNotReached`,
 *   `trimmingOutOfRange`; `weightsTellOfFew` where a class has fewer people than a group may have
 * @example planWeights({ variables: [district], targets: { district: { 1: 600, 2: 400 } }, trim: null }, 10).weights
 */
export function planWeights({ variables, targets, trim }: WeightsOrder, leastGroup: number): PlanWeights {
  const keys = keysOf(variables)
  const complete = keys.flatMap((key, row) => (key === null ? [] : [row]))
  const fitted = rake({ margins: marginsOf(variables, targets, complete) }).weights
  const weights = trim === null ? fitted : trimWeights(fitted, { lower: 0, upper: trim, rounds: 'strict' })
  const weightOf = new Map(complete.map((row, at) => [keys[row] ?? '', weights[at] ?? 0]))
  const classes = [...weightOf].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const values = classes.map(([, weight]) => weight)
  const places = new Map(classes.map(([key], place) => [key, place]))
  const usual = values.reduce((best, weight, at) => (fromOne(weight) < fromOne(values[best] ?? 0) ? at : best), 0)
  const classOf = Int32Array.from(keys, (key) => (key === null ? usual : (places.get(key) ?? usual)))
  refuseSmallClasses(complete, classOf, leastGroup)
  const everybody = Float64Array.from(classOf, (place) => values[place] ?? 0)
  return {
    recipe: recipeOf({ variables, targets, trim }, everybody),
    classOf,
    weights: values,
    sensitive: variables.some(({ variable }) => variable.sensitive),
  }
}

const fromOne = (weight: number): number => Math.abs(weight - 1)

/** Per row its answers to all that is weighted by; null where one is missing. */
function keysOf(variables: readonly SingleVariable[]): readonly (string | null)[] {
  const rows = variables[0]?.column.codes.length ?? 0
  return Array.from({ length: rows }, (_, row) => {
    const codes = variables.map(({ column }) => column.codes[row] ?? -1)
    return codes.some((code) => code < 0) ? null : canonicalJson(codes)
  })
}

function marginsOf(
  variables: readonly SingleVariable[],
  targets: WeightTargets,
  complete: readonly number[],
): readonly Margin[] {
  const given = variables.map(({ variable: { name }, column }) => {
    const sizes = Object.entries(targets[name] ?? {}).map(([code, total]) => ({ code: Number(code), total }))
    // Of whom there are none, none can have answered.
    return {
      variable: name,
      codes: complete.map((row) => column.codes[row] ?? -1),
      sizes: sizes.filter((one) => one.total > 0),
    }
  })
  refuseUnequalTargets(targets)
  const sums = given.map(({ sizes }) => sizes.reduce((sum, { total }) => sum + total, 0))
  const variable = given[0]?.variable ?? ''
  if (complete.length === 0) throw problem('marginWithoutPeople', { variable, code: given[0]?.sizes[0]?.code ?? 0 })
  return given.map(({ sizes, ...margin }, at) => ({
    ...margin,
    targets: sizes.map(({ code, total }) => ({ code, total: (total / (sums[at] ?? 1)) * complete.length })),
  }))
}

/** Weights follow from how many are in each class, and are told. */
function refuseSmallClasses(complete: readonly number[], classOf: Int32Array, leastGroup: number): void {
  const sizes = new Map<number, number>()
  for (const row of complete) sizes.set(classOf[row] ?? 0, (sizes.get(classOf[row] ?? 0) ?? 0) + 1)
  if ([...sizes.values()].some((people) => people < leastGroup))
    throw problem('weightsTellOfFew', { least: leastGroup })
}

function recipeOf({ variables, targets, trim }: WeightsOrder, weights: Float64Array): RecipeWeights {
  const kish = kishDesignEffect(weights)
  const { designEffect } = computed<KishDesignEffect>(kish) ? kish : { designEffect: 1 }
  // Upwards, so that intervals never come out too narrow; and what is told is what was reckoned with.
  const effect = Math.max(1, Math.ceil(designEffect * HUNDREDTHS - SLACK) / HUNDREDTHS)
  return {
    by: variables.map(({ variable }) => variable.name),
    labels: Object.fromEntries(variables.map(({ variable }) => [variable.name, variable.label])),
    method: variables.length === 1 ? 'postStratification' : 'raking',
    trim,
    targets,
    designEffect: effect,
    effectiveSize: Math.round((weights.length / effect) * 10) / 10,
    smallest: inHundredths(weights.reduce((least, weight) => Math.min(least, weight), Infinity)),
    largest: inHundredths(weights.reduce((most, weight) => Math.max(most, weight), 0)),
  }
}

const HUNDREDTHS = 100
/** Sums of weights that are all the same are seldom exact. */
const SLACK = 1e-6

function inHundredths(value: number): number {
  return Math.round(value * HUNDREDTHS) / HUNDREDTHS
}
