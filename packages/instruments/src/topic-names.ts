import type { Question } from '@klankbord/model'

/** The name of the question about each topic. @example topicNames(questionnaire.questions).get('T6') // 't6' */
export function topicNames(questions: readonly Question[]): ReadonlyMap<string, string> {
  return new Map(questions.flatMap(({ topic, name }) => (topic === undefined ? [] : [[topic, name] as const])))
}
