/** What can go wrong between a respondent and the store. */
export const collectionProblems = {
  /** No wave at this address. */
  unknownWave: (d: { readonly wave: string }): string => `unknown wave: ${d.wave}`,
  /** The wave takes no more answers. */
  waveClosed: (d: { readonly wave: string }): string => `wave is closed: ${d.wave}`,
} as const
