/** Misuse of ready-made questionnaires and their rights. */
export const instrumentProblems = {
  /** An instrument whose rights do not let it leave the study or the place that it was made for. */
  instrumentNotExportable: (d: { readonly instrument: string; readonly rights: string }): string =>
    `instrument cannot be exported: ${d.instrument} (its rights are "${d.rights}"; expected "own" or "free")`,
  /** Own words for a topic that the questionnaire does not ask about. */
  unknownTopic: (d: { readonly topic: string; readonly known: readonly string[] }): string =>
    `unknown topic: ${d.topic} (instrument has ${d.known.join(', ')})`,
}
