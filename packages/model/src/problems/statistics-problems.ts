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
  /** A question about rows that their variable cannot answer. */
  conditionNotUsable: (d: { readonly variable: string; readonly type: string; readonly expected: string }): string =>
    `condition does not fit ${d.variable}, which is ${d.type} (expected ${d.expected})`,
} as const
