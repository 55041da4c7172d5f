import type { Answers, AnswerValue, Questionnaire, Screen } from '@klankbord/model'
import { evaluate } from '../condition/evaluate.ts'

/** What is asked, given the answers so far. */
export interface Route {
  /** Names of the questions that are asked. */
  readonly asked: ReadonlySet<string>
  /** The screens that have such a question, holding only those. */
  readonly screens: readonly Screen[]
}

/**
 * Walks through the questionnaire in its order. A condition sees only answers to questions that are asked
 * themselves, so a changed mind leaves no trace: what was filled in behind a door that is now closed opens
 * no other door. (survey-core lets such answers count until the end.)
 */
export function route(questionnaire: Questionnaire, answers: Answers): Route {
  const asked = new Set<string>()
  const counted: Record<string, AnswerValue> = {}
  for (const { name, visibleIf } of questionnaire.questions) {
    if (visibleIf && !evaluate(visibleIf, counted)) continue
    asked.add(name)
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (answer !== undefined) counted[name] = answer
  }
  return { asked, screens: questionnaire.screens.flatMap((screen) => askedPart(screen, asked)) }
}

function askedPart(screen: Screen, asked: ReadonlySet<string>): readonly Screen[] {
  const questions = screen.questions.filter((name) => asked.has(name))
  if (questions.length === 0) return []
  return questions.length === screen.questions.length ? [screen] : [{ ...screen, questions }]
}

/** The answers without those that routing leaves out, for page flows in which people change their mind. */
export function askedAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
  const { asked } = route(questionnaire, answers)
  return Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)))
}
