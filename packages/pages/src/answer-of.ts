/** What was given to a question, also when its name is that of something every object has. Absent: undefined. */
export function answerOf(answers: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined
}
