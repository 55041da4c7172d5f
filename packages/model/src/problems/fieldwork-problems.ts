/** What can go wrong while people are asked and their answers come in. */
export const fieldworkProblems = {
  /** Two parts of an account that must be equal, or the one at most the other, are not: they were read at two moments. */
  accountUnbalanced: (d: { readonly part: string; readonly expected: number; readonly found: number }): string =>
    `account does not balance: ${d.part} is ${d.expected}, its parts come to ${d.found} (read both at one moment)`,
  /** More people finished than started, or more started and refused than were asked; or no count at all. */
  placeCountImpossible: (d: { readonly place: string; readonly on: string; readonly part: string }): string =>
    `count cannot be so: ${d.part} in ${d.place} on ${d.on} (expected finished ≤ started and refused + started ≤ approached)`,
} as const
