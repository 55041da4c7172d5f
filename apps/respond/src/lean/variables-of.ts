/** Which variables a questionnaire has matters where answers are stored. */
export function allVariables(): readonly never[] {
  return []
}

export { allVariables as answeredVariables, allVariables as derivedVariables, allVariables as variablesOf }
