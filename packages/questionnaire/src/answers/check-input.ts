import {
  answerFinding,
  type DateQuestion,
  type Finding,
  type InputQuestion,
  type NumberQuestion,
  type TextQuestion,
} from '@klankbord/model'
import type { At } from './at.ts'
import { isDay, isMonth } from '../condition/calendar.ts'
import { checkValidators } from './check-validators.ts'
import { passesElevenTest } from '../personal-data/eleven-test.ts'
import { isEmail } from './is-email.ts'
import { isStorableText } from './storable-text.ts'

/**
 * Checks a short open answer by its type and by its validators that look at nothing else. A number that can be a citizen
 * service number is refused: of words it can be taken out, and a number without it is none.
 */
export function checkInput(question: InputQuestion, answer: unknown, at: At): readonly Finding[] {
  const found = checkByType(question, answer, at)
  if (found.length > 0) return found
  const broken = checkValidators(question.validators ?? [], answer, at)
  return broken.length === 0 && isCitizenNumber(answer)
    ? [answerFinding('citizenNumber', at.path, { name: at.name })]
    : broken
}

function isCitizenNumber(answer: unknown): boolean {
  return typeof answer === 'number' && passesElevenTest(String(Math.abs(answer)))
}

/** The finding about an answer of another type. */
export const wrongType = ({ name, path }: At, expected: string): readonly Finding[] => [
  answerFinding('wrongAnswerType', path, { name, expected }),
]

function checkByType(question: InputQuestion, answer: unknown, at: At): readonly Finding[] {
  if (question.type === 'number') return checkNumber(question, answer, at)
  return 'maxLength' in question ? checkText(question, answer, at) : checkDate(question, answer, at)
}

function checkNumber({ min, max, step }: NumberQuestion, answer: unknown, at: At): readonly Finding[] {
  const { name, path } = at
  if (typeof answer !== 'number') return wrongType(at, 'a number')
  if (!Number.isFinite(answer)) return [answerFinding('notANumber', path, { name })]
  if (min !== undefined && answer < min) return [answerFinding('belowMinimum', path, { name, minimum: min })]
  if (max !== undefined && answer > max) return [answerFinding('aboveMaximum', path, { name, maximum: max })]
  const start = min ?? 0
  return step === undefined || isStep(answer, start, step)
    ? []
    : [answerFinding('notAStep', path, { name, step, start })]
}

/** Binary fractions are not exact (0.3 is no multiple of 0.1), so a step may be off by a billionth of itself and of rounding. */
function isStep(answer: number, start: number, step: number): boolean {
  const steps = (answer - start) / step
  return Math.abs(steps - Math.round(steps)) <= 1e-9 + Math.abs(steps) * 4 * Number.EPSILON
}

function checkDate({ type, min, max }: DateQuestion, answer: unknown, at: At): readonly Finding[] {
  const { name, path } = at
  const expected = type === 'date' ? 'a day like 2026-05-31' : 'a month like 2026-05'
  if (typeof answer !== 'string') return wrongType(at, expected)
  if (!(type === 'date' ? isDay : isMonth)(answer)) return [answerFinding('notADate', path, { name, expected })]
  // Years have four digits, so dates stand in the order of their texts.
  if (min !== undefined && answer < min) return [answerFinding('dateTooEarly', path, { name, minimum: min })]
  return max !== undefined && answer > max ? [answerFinding('dateTooLate', path, { name, maximum: max })] : []
}

/** Checks words: of one line, unless the question is a comment. */
export function checkText(
  { type, maxLength }: Pick<TextQuestion, 'type' | 'maxLength'>,
  answer: unknown,
  at: At,
): readonly Finding[] {
  const { name, path } = at
  if (typeof answer !== 'string' || answer === '') return wrongType(at, 'a text that is not empty')
  if (answer.length > maxLength) return [answerFinding('textTooLong', path, { name, maximum: maxLength })]
  if (!isStorableText(answer)) return [answerFinding('forbiddenCharacter', path, { name })]
  if (type !== 'comment' && /[\r\n]/.test(answer)) return [answerFinding('notOneLine', path, { name })]
  return type === 'email' && !isEmail(answer) ? [answerFinding('notAnEmail', path, { name })] : []
}
