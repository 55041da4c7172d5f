/** What can go wrong with contact details, and with keeping and deleting. No sentence holds a name or an address. */
export const retentionProblems = {
  /** The key of the installation does not open the contacts of a study: it is another one, or what it opens was altered. */
  contactKeyWrong: (d: { readonly study: string }): string =>
    `contacts of study ${d.study} do not open with the key of this installation (bring back the key that they were stored under)`,
  /** A contact that was changed, or moved from another study or purpose, outside of this program. */
  contactAltered: (d: { readonly contact: string }): string =>
    `contact was altered outside of this program: ${d.contact}`,
  unknownContact: (d: { readonly contact: string }): string => `unknown contact: ${d.contact}`,
  unknownContactPurpose: (d: { readonly purpose: string; readonly known: readonly string[] }): string =>
    `unknown purpose: ${d.purpose} (expected ${d.known.join(', ')})`,
  /** A file of contacts without a first line that names its columns. The line is not repeated: it may be a person. */
  contactsWithoutHeader: (d: { readonly expected: readonly string[] }): string =>
    `first line names no column of contacts (expected ${d.expected.join(', ')})`,
  contactsUnknownColumn: (d: { readonly column: string; readonly known: readonly string[] }): string =>
    `unknown column: ${d.column} (contacts have ${d.known.join(', ')})`,
  contactsMissingColumn: (d: { readonly column: string }): string => `missing column: ${d.column}`,
  /** A cell that is empty, too long or of another form. Its content is not repeated. */
  contactCellWrong: (d: { readonly column: string; readonly expected: string }): string =>
    `wrong cell: ${d.column} (expected ${d.expected})`,
  /** Nothing in the row says how to reach this person, or not in the way that was asked for. */
  contactNotReachable: (d: { readonly needed: readonly string[] }): string =>
    `nobody can be reached with this row (expected ${d.needed.join(' or ')})`,
  /** A term that is no whole number of months. */
  retentionTermNotUsable: (d: { readonly given: string; readonly longest: number }): string =>
    `term is not usable: ${d.given} (expected whole months from 1 to ${d.longest})`,
  /** Nothing of the study is deleted until somebody releases it. */
  studyHeld: (d: { readonly study: string; readonly on: string }): string =>
    `study is held since ${d.on} and nothing of it is deleted: ${d.study} (release it first with "klankbord retention release")`,
  alreadyHeld: (d: { readonly study: string; readonly on: string }): string =>
    `study is held already since ${d.on}: ${d.study}`,
  notHeld: (d: { readonly study: string }): string => `study is not held: ${d.study}`,
  /** The term of the raw answers is over, so their figures cannot be made again. */
  answersDeleted: (d: { readonly wave: string; readonly on: string }): string =>
    `answers of this wave were deleted on ${d.on}, so nothing can be published of them again: ${d.wave}`,
  /** What an earlier edition showed is gone, so a new one cannot be held against it. */
  earlierEditionRemoved: (d: { readonly edition: number; readonly on: string }): string =>
    `edition ${d.edition} was removed on ${d.on} at the end of its term, and a new one cannot be held against what it showed`,
} as const
