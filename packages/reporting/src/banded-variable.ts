import { columnOf, EMPTY_CODES, problem, variableOf } from '@klankbord/model'
import type { Band, Breakdown, Dataset, SingleColumn, Variable } from '@klankbord/model'

/** A variable of which everybody has at most one code, with its column. */
export interface SingleVariable {
  readonly variable: Variable
  readonly column: SingleColumn
}

/**
 * Turns a number into a single choice: each band becomes a category. A number in no band counts as not applicable;
 * kinds of empty stay what they are.
 *
 * @example bandedVariable(dataset, { variable: 'age', bands: [{ code: 1, label: { nl: 'tot 65' }, to: 65 }] })
 * @throws Problem `unknownVariable`; `breakdownNotUsable` for another type or no bands; `bandsOverlap`
 */
export function bandedVariable(dataset: Dataset, breakdown: Breakdown): SingleVariable {
  const variable = variableOf(dataset.codebook, breakdown.variable)
  const column = columnOf(dataset, variable.name)
  const bands = breakdown.bands ?? []
  if (column.type !== 'numeric' || bands.length === 0) {
    throw problem('breakdownNotUsable', { variable: variable.name, type: column.type })
  }
  refuseOverlap(variable.name, bands)
  const codes = column.states.map((state, row) => (state === 1 ? codeOf(bands, column.values[row] ?? 0) : state))
  const categories = bands.map(({ code, label }) => ({ code, value: code, label }))
  return { variable: { ...variable, type: 'single', categories }, column: { type: 'single', codes } }
}

function codeOf(bands: readonly Band[], value: number): number {
  return bands.find((band) => value >= lowOf(band) && value < highOf(band))?.code ?? EMPTY_CODES.notApplicable
}

function refuseOverlap(variable: string, bands: readonly Band[]): void {
  const sorted = bands.toSorted((a, b) => lowOf(a) - lowOf(b))
  const codes = new Set(bands.map((band) => band.code))
  const fits = sorted.every((band, index) => {
    const next = sorted[index + 1]
    return band.code >= 0 && lowOf(band) < highOf(band) && (!next || highOf(band) <= lowOf(next))
  })
  if (!fits || codes.size !== bands.length) throw problem('bandsOverlap', { variable })
}

function lowOf(band: Band): number {
  return band.from ?? -Infinity
}

function highOf(band: Band): number {
  return band.to ?? Infinity
}
