import type { Answers, Clock, MatrixQuestion, MatrixRow, Option, Question, Questionnaire } from '@klankbord/model'
import { holds, isConditional, type Conditional, type Scope } from './scope.ts'
import { walk } from './walk.ts'

/** What is shown; closed where it can be seen and not be chosen now. */
export type Offered<Part> = Part & { readonly closed?: true }

/**
 * The options of a question, or the columns of a matrix, that are shown after these answers.
 *
 * @param question a question of the questionnaire; one without options has none
 * @throws Problem `clockMissing` when a condition needs the date and there is no clock
 */
export function offeredOptions(
  questionnaire: Questionnaire,
  question: Question,
  answers: Answers,
  clock?: Clock,
): readonly Offered<Option>[] {
  const options = question.type === 'matrix' ? question.columns : 'options' in question ? question.options : []
  return offered(options, questionnaire, answers, clock)
}

/** The rows of a matrix that are shown after these answers. @throws Problem `clockMissing` */
export function offeredRows(
  questionnaire: Questionnaire,
  question: MatrixQuestion,
  answers: Answers,
  clock?: Clock,
): readonly Offered<MatrixRow>[] {
  return offered(question.rows, questionnaire, answers, clock)
}

function offered<Part extends Conditional>(
  parts: readonly Part[],
  questionnaire: Questionnaire,
  answers: Answers,
  clock: Clock | undefined,
): readonly Offered<Part>[] {
  if (!parts.some(isConditional)) return parts
  const { scope } = walk(questionnaire, answers, clock)
  return parts.filter(({ visibleIf }) => holds(visibleIf, scope)).map((part) => marked(part, scope))
}

const marked = <Part extends Conditional>(part: Part, scope: Scope): Offered<Part> =>
  holds(part.enableIf, scope) ? part : { ...part, closed: true }
