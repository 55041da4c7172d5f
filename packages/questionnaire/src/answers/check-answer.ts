import { answerFinding, type Finding, type Question } from '@klankbord/model'
import type { At } from './at.ts'
import { wrongType } from './check-input.ts'
import { checkMatrix, checkMultipleText } from './check-parts.ts'
import { checkPanels } from './check-panels.ts'
import { checkSimple } from './check-simple.ts'
import { checkExpressions } from './check-validators.ts'
import { isDrawing } from './is-drawing.ts'
import type { Scope } from './scope.ts'

/**
 * What is wrong with one answer; nothing when it is exactly an answer that the question takes. Types are
 * strict: "1" is not 1, and an empty text or list is no answer but the lack of one.
 *
 * @param answer plain data, as `plainCopy` gives it
 * @param scope the whole, once it is known: then what is not offered is refused too, and expressions must hold
 */
export function checkAnswer(question: Question, answer: unknown, at: At, scope?: Scope): readonly Finding[] {
  switch (question.type) {
    case 'matrix':
      return withExpressions(question, checkMatrix(question, answer, at, scope), at, scope)
    case 'multipletext':
      return withExpressions(question, checkMultipleText(question, answer, at, scope), at, scope)
    case 'paneldynamic':
      return withExpressions(question, checkPanels(question, answer, at, scope), at, scope)
    case 'signaturepad':
      return withExpressions(question, checkSignature(answer, at, question.maxLength), at, scope)
    default:
      return checkSimple(question, answer, at, scope)
  }
}

const withExpressions = (
  { validators }: Question,
  found: readonly Finding[],
  at: At,
  scope: Scope | undefined,
): readonly Finding[] => (scope && found.length === 0 ? checkExpressions(validators, at, scope) : found)

function checkSignature(answer: unknown, at: At, maximum: number): readonly Finding[] {
  if (typeof answer === 'string' && answer.length > maximum)
    return [answerFinding('textTooLong', at.path, { name: at.name, maximum })]
  return isDrawing(answer) ? [] : wrongType(at, 'a drawing as a PNG or SVG data address')
}
