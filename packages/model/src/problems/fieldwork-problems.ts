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
  /** A list of people that cannot be read at all; the findings say why, and repeat nothing of what stands in it. */
  listRefused: (d: { readonly line: number }): string => `list cannot be read: from line ${d.line} on`,
  /** A column that no list has. */
  unknownListColumn: (d: { readonly columns: readonly string[]; readonly known: readonly string[] }): string =>
    `unknown column: ${d.columns.join(', ')} (a list has ${d.known.join(', ')})`,
  /** Somebody who is to be written to has no code yet. */
  codesNotMade: (d: { readonly without: number }): string =>
    `no code yet: ${d.without} of those who are to be written to (make them with "klankbord invitations make")`,
  /** No invitation of this wave has this id or this code. It may be a slip of the pen in a code that lets in, so it is not repeated. */
  unknownInvitation: (d: { readonly place: number; readonly named: number }): string =>
    `unknown invitation: number ${d.place} of the ${d.named} that were named (none was noted)`,
  /** No message of the outbox that was not sent yet has this id. */
  unknownMail: (d: { readonly mail: string }): string => `unknown message: ${d.mail}`,
  /** Nothing is noted of an invitation that could be taken back. */
  nothingToUndo: (d: { readonly place: number; readonly named: number }): string =>
    `nothing to take back of number ${d.place} of the ${d.named} invitations that were named (none was changed)`,
  /** Nobody of this wave asked for another form under this id. */
  unknownFormRequest: (d: { readonly request: string }): string => `unknown request for another form: ${d.request}`,
} as const
