/** Misuse and trouble in running the software. */
export const operationProblems = {
  unknownMessage: (d: { readonly key: string; readonly language: string }): string =>
    `unknown message: ${d.key} (no catalogue has it, ${d.language} was wanted)`,
  unknownVariable: (d: { readonly variable: string; readonly known: readonly string[] }): string =>
    `unknown variable: ${d.variable} (dataset has ${d.known.join(', ')})`,
} as const
