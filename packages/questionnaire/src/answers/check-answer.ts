import { answerFinding, type Finding, type Question } from '@klankbord/model'
import type { At } from './at.ts'
import { checkChoice } from './check-choice.ts'
import { checkInput, wrongType } from './check-input.ts'
import { checkMatrix, checkMultipleText } from './check-parts.ts'
import { checkPanels } from './check-panels.ts'
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
  const found = checkByType(question, answer, at, scope)
  return scope && found.length === 0 ? checkExpressions(question.validators, at, scope) : found
}

function checkByType(question: Question, answer: unknown, at: At, scope: Scope | undefined): readonly Finding[] {
  switch (question.type) {
    case 'matrix':
      return checkMatrix(question, answer, at, scope)
    case 'multipletext':
      return checkMultipleText(question, answer, at, scope)
    case 'paneldynamic':
      return checkPanels(question, answer, at, scope)
    case 'signaturepad':
      return checkSignature(answer, at, question.maxLength)
    default:
      return 'options' in question ? checkChoice(question, answer, at, scope) : checkInput(question, answer, at)
  }
}

function checkSignature(answer: unknown, at: At, maximum: number): readonly Finding[] {
  if (typeof answer === 'string' && answer.length > maximum)
    return [answerFinding('textTooLong', at.path, { name: at.name, maximum })]
  return isDrawing(answer) ? [] : wrongType(at, 'a drawing as a PNG or SVG data address')
}
