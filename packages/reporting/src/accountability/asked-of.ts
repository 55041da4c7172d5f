import { contentHash, type AskedWording, type Questionnaire } from '@klankbord/model'
import { scaleHash, wordingHash } from '@klankbord/questionnaire'
import { routingsOf } from '../routings-of.ts'

/** Of each published question how it was asked. The row of a matrix is published under the name `QUESTION__ROW`. */
export function askedOf(
  questionnaire: Questionnaire,
  published: readonly string[],
): Readonly<Record<string, AskedWording>> {
  const { questions, language } = questionnaire
  const names = new Set(published.map((name) => name.split('__')[0] ?? name))
  const routings = routingsOf(questionnaire)
  const asked = questions.filter(({ name }) => names.has(name))
  return Object.fromEntries(
    asked.map((question) => {
      const conditions = routings.flatMap((routing) =>
        routing.question.split('__')[0] === question.name ? [[routing.question, routing.condition]] : [],
      )
      return [
        question.name,
        {
          wordingHash: wordingHash(question, language),
          scaleHash: scaleHash(question),
          routingHash: contentHash(conditions),
        },
      ]
    }),
  )
}
