/** Faults in a questionnaire definition. */
export const definitionProblems = {
  /** The definition is no JSON object. */
  definitionNotObject: (d: { readonly found: string }): string =>
    `definition is not an object: ${d.found} (expected a SurveyJS definition)`,
  /** A property outside the profile. */
  unknownProperty: (d: { readonly property: string; readonly element: string }): string =>
    `unknown property: ${d.property} (on ${d.element})`,
} as const
