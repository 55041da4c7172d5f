import type { ChoiceQuestion, Finding, InputQuestion, RankingQuestion } from '@klankbord/model'
import type { At } from './at.ts'
import { checkChoice } from './check-choice.ts'
import { checkInput } from './check-input.ts'
import { checkExpressions } from './check-validators.ts'
import type { Scope } from './scope.ts'

/** Checks an answer that has no parts, also where it is itself part of another one. */
export function checkSimple(
  question: ChoiceQuestion | RankingQuestion | InputQuestion,
  answer: unknown,
  at: At,
  scope: Scope | undefined,
): readonly Finding[] {
  const found = 'options' in question ? checkChoice(question, answer, at, scope) : checkInput(question, answer, at)
  return scope && found.length === 0 ? checkExpressions(question.validators, at, scope) : found
}
