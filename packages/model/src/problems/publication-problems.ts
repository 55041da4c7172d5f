/** Why results cannot be published or opened. */
export const publicationProblems = {
  /** A publication whose content does not match its hash. */
  publicationAltered: (d: { readonly id: string }): string => `publication was altered: ${d.id} (its hash does not match)`,
} as const
