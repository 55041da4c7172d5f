import { commentKey, type Answers, type Questionnaire } from '@klankbord/model'

/** The answers of all other screens, words beside "other" included. */
export function withoutScreen({ screens }: Questionnaire, answers: Answers, screenId: string): Answers {
  const screen = screens.find(({ id }) => id === screenId)
  const keys = new Set(screen?.questions.flatMap((name) => [name, commentKey(name)]))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)))
}
