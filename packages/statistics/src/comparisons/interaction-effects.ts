import type { NotComputed } from '@klankbord/model'
import type { SurveyDesign } from '../designs/survey-design.ts'
import { deviationsOf } from '../designs/variance-of-total.ts'
import { sumOf } from '../summaries/sum-of.ts'
import type { Table } from './count-table.ts'
import type { WeightedPeople } from './weighted-people.ts'

/** What the design makes of the variance of the interactions, beside a simple sample: Δ of Rao and Scott. */
export interface DesignEffects {
  /** The design effects added up. */
  readonly trace: number
  readonly traceOfSquare: number
}

type Matrix = readonly Float64Array[]

/**
 * The generalized design effects of the interactions of a table: the variance of the contrasts under the design, by
 * linearization and stratum by stratum, in terms of that under a simple sample. Not computed: `oneInStratum`.
 */
export function interactionEffects(
  people: Pick<WeightedPeople, 'row' | 'column' | 'rows' | 'columns'>,
  design: SurveyDesign,
  weighted: Table,
): DesignEffects | NotComputed {
  const all = sumOf(weighted.flat())
  const shares = weighted.flat().map((weight) => weight / all)
  const contrasts = contrastsOf(people, shares)
  const size = (people.rows - 1) * (people.columns - 1)
  const simple = square(size)
  for (const [cell, share] of shares.entries()) {
    if (share > 0) addOuter(simple, contrasts[cell] ?? new Float64Array(size), share / design.rows)
  }
  const underDesign = covarianceUnder(design, people, contrasts, all)
  if ('notComputed' in underDesign) return underDesign
  const delta = solve(simple, underDesign)
  let [trace, traceOfSquare] = [0, 0]
  for (let i = 0; i < size; i += 1) {
    trace += delta[i]?.[i] ?? 0
    for (let j = 0; j < size; j += 1) traceOfSquare += (delta[i]?.[j] ?? 0) * (delta[j]?.[i] ?? 0)
  }
  return { trace, traceOfSquare }
}

/** Per cell the contrasts of its row and column with the last ones, divided by its share; around their mean. */
function contrastsOf({ rows, columns }: Pick<WeightedPeople, 'rows' | 'columns'>, shares: readonly number[]): Matrix {
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

function covarianceUnder(
  design: SurveyDesign,
  { row, column, columns }: Pick<WeightedPeople, 'row' | 'column' | 'columns'>,
  contrasts: Matrix,
  all: number,
): Matrix | NotComputed {
  const parts: Float64Array[] = []
  for (const at of contrasts[0]?.keys() ?? []) {
    const contributions = design.weights.map((weight, person) => {
      const cell = (row[person] ?? 0) * columns + (column[person] ?? 0)
      return ((contrasts[cell]?.[at] ?? 0) * weight) / all
    })
    const deviations = deviationsOf(design, contributions)
    if ('notComputed' in deviations) return deviations
    parts.push(deviations)
  }
  const covariance = square(parts.length)
  for (const [one, deviations] of parts.entries()) {
    for (const [other, beside] of parts.slice(0, one + 1).entries()) {
      const product = dot(deviations, beside)
      for (const [i, j] of [[one, other] as const, [other, one] as const]) {
        const line = covariance[i]
        if (line) line[j] = product
      }
    }
  }
  return covariance
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
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
