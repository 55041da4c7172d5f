/**
 * Citizen service numbers are masked by the server, before anything is kept there. What somebody typed stays on their own
 * device as they typed it.
 */
export function maskAnswers<Given>(_questionnaire: unknown, answers: Given): Given {
  return answers
}

/** None here. */
export function maskedVariables(): readonly string[] {
  return []
}
