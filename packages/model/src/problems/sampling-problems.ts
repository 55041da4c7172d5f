/** What can go wrong with a sample, before and while it is drawn. No sentence holds the id of somebody on the frame. */
export const samplingProblems = {
  /** A margin, a share or an expected response that is no part of a whole. */
  fractionOutOfRange: (d: { readonly name: string; readonly value: number }): string =>
    `${d.name} out of range: ${d.value} (expected above 0 and ${d.name === 'expectedResponse' ? 'at most' : 'below'} 1)`,
  /** A number of people that cannot be counted. */
  peopleNotCountable: (d: { readonly name: string; readonly value: number; readonly least: number }): string =>
    `${d.name} is no number of people: ${d.value} (expected a whole number from ${d.least})`,
  /** A stratum that is given something and does not exist. */
  unknownStratum: (d: { readonly stratum: string; readonly known: readonly string[] }): string =>
    `unknown stratum: ${d.stratum} (there are ${d.known.join(', ')})`,
  /** Sizes of groups that are the answers of several questions, or not those of the question that was named (null: none was). */
  populationQuestionOpen: (d: { readonly question: string | null; readonly fits: readonly string[] }): string => {
    const fits = d.fits.length === 0 ? 'no question has' : `these have: ${d.fits.join(', ')}`
    return d.question === null
      ? `several questions have these groups as answers: ${d.fits.join(', ')} (expected the name of the one that is meant)`
      : `question does not have these groups as answers: ${d.question} (${fits})`
  },
  /** A stratum that nothing is said about: its people would be left out unseen. */
  stratumForgotten: (d: { readonly stratum: string }): string =>
    `nothing is said about stratum ${d.stratum} (write 0 to leave its people out)`,
  /** The same id twice: somebody would have two chances. */
  frameIdsRepeated: (d: { readonly rows: number; readonly ids: number }): string =>
    `ids stand more than once on the frame: ${d.rows} rows with ${d.ids} ids`,
  /** Without a seed a draw cannot be made again. */
  seedMissing: (_d: object): string => 'draw without a seed (expected a text of one line, agreed before the draw)',
} as const
