import { notComputed, problem, type NotComputed } from '@klankbord/model'
import type { WeightedPeople } from './weighted-people.ts'

/** What the design makes of the variance of the interactions, beside a simple sample: Δ of Rao and Scott. */
export interface DesignEffects {
  /** The design effects added up. */
  readonly trace: number
  readonly traceOfSquare: number
  readonly strata: number
}

type Matrix = readonly Float64Array[]

/**
 * The generalized design effects of the interactions of a table: the variance of the contrasts under the design, by
 * linearization and stratum by stratum, in terms of that under a simple sample.
 *
 * @throws Problem `populationTooSmall` for a stratum with fewer people than answered
 */
export function interactionCovariance(people: WeightedPeople, shares: readonly number[]): DesignEffects | NotComputed {
  const contrasts = contrastsOf(people, shares)
  const size = (people.rows - 1) * (people.columns - 1)
  const simple = square(size)
  for (const [cell, share] of shares.entries()) {
    if (share > 0) addOuter(simple, contrasts[cell] ?? new Float64Array(size), share / people.row.length)
  }
  const design = square(size)
  const strata = strataOf(people)
  for (const members of strata) {
    const fault = addStratum(design, members, people, contrasts)
    if (fault) return fault
  }
  const delta = solve(simple, design)
  let [trace, traceOfSquare] = [0, 0]
  for (let i = 0; i < size; i += 1) {
    trace += delta[i]?.[i] ?? 0
    for (let j = 0; j < size; j += 1) traceOfSquare += (delta[i]?.[j] ?? 0) * (delta[j]?.[i] ?? 0)
  }
  return { trace, traceOfSquare, strata: strata.length }
}

/** Per cell the contrasts of its row and column with the last ones, divided by its share; around their mean. */
function contrastsOf({ rows, columns }: WeightedPeople, shares: readonly number[]): Matrix {
  const size = (rows - 1) * (columns - 1)
  const side = (at: number, of: number, last: number): number => (at === of ? 1 : at === last ? -1 : 0)
  const raw = shares.map((_, cell) =>
    Float64Array.from({ length: size }, (__, k) => {
      const [r, c] = [Math.floor(cell / columns), cell % columns]
      return side(r, Math.floor(k / (columns - 1)), rows - 1) * side(c, k % (columns - 1), columns - 1)
    }),
  )
  const mean = Float64Array.from({ length: size }, (_, k) =>
    shares.reduce((sum, share, cell) => sum + (share > 0 ? (raw[cell]?.[k] ?? 0) : 0), 0),
  )
  return raw.map((contrast, cell) => {
    const share = shares[cell] ?? 0
    return contrast.map((value, k) => (share > 0 ? value / share : 0) - (mean[k] ?? 0))
  })
}

function strataOf({ row, strata }: WeightedPeople): readonly (readonly number[])[] {
  const members = new Map<number, number[]>()
  for (let person = 0; person < row.length; person += 1) {
    const stratum = strata?.[person] ?? 0
    const list = members.get(stratum)
    if (list) list.push(person)
    else members.set(stratum, [person])
  }
  return [...members.values()]
}

/** (1 − n/N)·n/(n − 1) times the spread of the weighted contrasts within a stratum. */
function addStratum(
  design: Matrix,
  members: readonly number[],
  people: WeightedPeople,
  contrasts: Matrix,
): NotComputed | undefined {
  const n = members.length
  const population = people.populations?.[members[0] ?? 0] ?? Infinity
  if (population < n) throw problem('populationTooSmall', { n, population })
  if (population === n) return undefined
  if (n === 1) return notComputed('oneInStratum')
  const all = weightOfAll(people)
  const scores = members.map((person) => {
    const cell = (people.row[person] ?? 0) * people.columns + (people.column[person] ?? 0)
    const part = (people.weights ? (people.weights[person] ?? 0) : 1) / all
    return (contrasts[cell] ?? new Float64Array(design.length)).map((value) => value * part)
  })
  const mean = Float64Array.from(design, (_, k) => scores.reduce((sum, score) => sum + (score[k] ?? 0), 0) / n)
  const factor = ((1 - n / population) * n) / (n - 1)
  for (const score of scores) {
    addOuter(
      design,
      score.map((value, k) => value - (mean[k] ?? 0)),
      factor,
    )
  }
  return undefined
}

function weightOfAll({ row, weights }: WeightedPeople): number {
  if (!weights) return row.length
  let all = 0
  for (let person = 0; person < weights.length; person += 1) all += weights[person] ?? 0
  return all
}

function square(size: number): Matrix {
  return Array.from({ length: size }, () => new Float64Array(size))
}

function addOuter(matrix: Matrix, vector: Float64Array, factor: number): void {
  for (const [i, line] of matrix.entries()) {
    for (let j = 0; j < line.length; j += 1) line[j] = (line[j] ?? 0) + factor * (vector[i] ?? 0) * (vector[j] ?? 0)
  }
}

/** left⁻¹·right by elimination, the largest pivot first. `left` is symmetric and positive here. */
function solve(left: Matrix, right: Matrix): Matrix {
  const size = left.length
  const lines = left.map((line, i) => Float64Array.of(...line, ...(right[i] ?? [])))
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = lines.reduce((top, line, i) => {
      const larger = i > pivot && Math.abs(line[pivot] ?? 0) > Math.abs(lines[top]?.[pivot] ?? 0)
      return larger ? i : top
    }, pivot)
    const [chosen, other] = [lines[best] ?? new Float64Array(0), lines[pivot] ?? new Float64Array(0)]
    lines[best] = other
    lines[pivot] = chosen
    for (const [i, line] of lines.entries()) {
      const factor = i === pivot ? 0 : (line[pivot] ?? 0) / (chosen[pivot] ?? 1)
      if (factor !== 0)
        for (let j = pivot; j < line.length; j += 1) line[j] = (line[j] ?? 0) - factor * (chosen[j] ?? 0)
    }
  }
  return lines.map((line, i) => line.slice(size).map((value) => value / (line[i] ?? 1)))
}
