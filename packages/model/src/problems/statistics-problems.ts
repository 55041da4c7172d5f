/** A category as people know it, where somebody who has the codebook said so. */
const named = ({ code, label }: { readonly code: number; readonly label?: string }): string => label ?? String(code)

/** A number of people or a share as people write it down. */
const short = (value: number): number => Math.round(value * 10_000) / 10_000

/** Misuse of a calculation. No sentence holds an answer. */
export const statisticsProblems = {
  /** A parameter that the method is not defined for. */
  argumentOutOfRange: (d: { readonly name: string; readonly value: number; readonly expected: string }): string =>
    `${d.name} out of range: ${d.value} (expected ${d.expected})`,
  /** Infinity or not-a-number among numbers to compute with. */
  valuesNotFinite: (d: { readonly name: string }): string => `${d.name} holds what is no finite number`,
  /** Rows of unequal length, or none. */
  tableNotRectangular: (d: { readonly lengths: readonly number[] }): string =>
    `table is not rectangular: rows of ${d.lengths.join(', ')} cells (expected at least two rows and two columns, all full)`,
  /** Lists that belong together and differ in length. */
  lengthsDiffer: (d: { readonly name: string; readonly length: number; readonly expected: number }): string =>
    `${d.name} has ${d.length} entries (expected ${d.expected})`,
  /** A weight below nothing, or none at all. */
  weightOutOfRange: (d: { readonly name: string }): string =>
    `${d.name} holds a weight that is none (expected finite numbers from 0)`,
  /** Rows without a category of a variable that is weighted by. */
  marginMissingValues: (d: { readonly variable: string; readonly missing: number }): string =>
    `cannot weight by ${d.variable}: ${d.missing} without a value (expected one for everybody)`,
  /** People in a category whose size is not given. */
  marginWithoutTotal: (d: { readonly variable: string; readonly code: number; readonly label?: string }): string =>
    `cannot weight by ${d.variable}: no total for category ${named(d)}, which has people`,
  /** A category that nobody with a weight stands for. */
  marginWithoutPeople: (d: { readonly variable: string; readonly code: number; readonly label?: string }): string =>
    `cannot weight by ${d.variable}: nobody answered of category ${named(d)}, which has a total`,
  /** Margins that count different populations. */
  marginsDisagree: (d: { readonly variables: readonly string[]; readonly totals: readonly number[] }): string =>
    `margins do not add up to the same: ${d.variables.join(', ')} come to ${d.totals.map(short).join(', ')}`,
  /** Categories whose people all fall in categories that are to hold fewer people. */
  marginsNotReachable: (d: {
    readonly variable: string
    readonly codes: readonly number[]
    readonly labels?: string
    readonly wanted: number
    readonly beside: string
    readonly besideCodes: readonly number[]
    readonly besideLabels?: string
    readonly there: number
  }): string =>
    `no weights meet these margins: ${d.variable} ${d.labels ?? d.codes.join(', ')} is to be ${short(d.wanted)}, and all who answered there fall in ${d.beside} ${d.besideLabels ?? d.besideCodes.join(', ')}, which is to be ${short(d.there)}`,
  /** Margins that were not met, of which it cannot be told which two go against each other. */
  marginNotReached: (d: {
    readonly variable: string
    readonly code: number
    readonly label?: string
    readonly total: number
    readonly reached: number
    readonly of: number
  }): string =>
    `no weights were found that meet these margins: ${d.variable} ${named(d)} reaches ${short(d.reached)} (expected ${short(d.total)} of ${short(d.of)})`,
  /** Bounds for weights between which no weights add up to the same. */
  trimmingOutOfRange: (d: { readonly lower: number; readonly upper: number; readonly mean: number }): string =>
    `weights cannot be trimmed to ${d.lower}–${d.upper} (expected bounds on both sides of their mean, ${d.mean})`,
  /** A question about rows that their variable cannot answer. */
  conditionNotUsable: (d: { readonly variable: string; readonly type: string; readonly expected: string }): string =>
    `condition does not fit ${d.variable}, which is ${d.type} (expected ${d.expected})`,
} as const
