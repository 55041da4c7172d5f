/** What can go wrong while people are asked and their answers come in. */
export const fieldworkProblems = {
  /** Two parts of an account that must be equal, or the one at most the other, are not: they were read at two moments. */
  accountUnbalanced: (d: { readonly part: string; readonly expected: number; readonly found: number }): string =>
    `account does not balance: ${d.part} is ${d.expected}, its parts come to ${d.found} (read both at one moment)`,
  /** More people finished than started, or more started and refused than were asked; or no count at all. */
  placeCountImpossible: (d: { readonly place: string; readonly on: string; readonly part: string }): string =>
    `count cannot be so: ${d.part} in ${d.place} on ${d.on} (expected finished ≤ started and refused + started ≤ approached)`,
  /** Nobody is on the list of a wave. */
  frameEmpty: (d: { readonly wave: string }): string =>
    `nobody on the list of ${d.wave} (bring one in with "klankbord frame import")`,
  /** Whom to invite is decided once: a second draw would let somebody choose among draws. */
  sampleDrawn: (d: { readonly wave: string; readonly invited: number }): string =>
    `sample of ${d.wave} was drawn: ${d.invited} invitations`,
  /** No invitation of this wave has this id. */
  unknownInvitation: (d: { readonly invitation: string }): string => `unknown invitation: ${d.invitation}`,
  /** Nothing is noted of an invitation that could be taken back. */
  nothingToUndo: (d: { readonly invitation: string }): string => `nothing to take back of invitation ${d.invitation}`,
} as const
