import { answerFinding, type Finding, type Validator } from '@klankbord/model'
import { matchesPattern } from '../pattern/match-pattern.ts'
import type { At } from './at.ts'
import { isEmail } from './is-email.ts'
import { holds, type Scope } from './scope.ts'

/** What an author's validators say of one answer, those left out that look at other answers. */
export function checkValidators(validators: readonly Validator[], answer: unknown, at: At): readonly Finding[] {
  return validators.flatMap((validator) =>
    typeof answer === 'number' ? checkRange(validator, answer, at) : checkWords(validator, String(answer), at),
  )
}

function checkRange(validator: Validator, answer: number, { name, path }: At): readonly Finding[] {
  if (validator.type !== 'range') return []
  const { min, max, path: from } = validator
  if (min !== undefined && answer < min)
    return [answerFinding('belowMinimum', path, { name, minimum: min, validator: from })]
  if (max !== undefined && answer > max)
    return [answerFinding('aboveMaximum', path, { name, maximum: max, validator: from })]
  return []
}

function checkWords(validator: Validator, answer: string, { name, path }: At): readonly Finding[] {
  const details = { name, validator: validator.path }
  switch (validator.type) {
    case 'length':
      if (validator.digits === false && /[0-9]/.test(answer)) return [answerFinding('digitsNotAllowed', path, details)]
      if (validator.min !== undefined && answer.length < validator.min)
        return [answerFinding('textTooShort', path, { ...details, minimum: validator.min })]
      if (validator.max !== undefined && answer.length > validator.max)
        return [answerFinding('textTooLong', path, { ...details, maximum: validator.max })]
      return []
    case 'email':
      return isEmail(answer) ? [] : [answerFinding('notAnEmail', path, details)]
    case 'pattern':
      return matchesPattern(validator.steps, answer)
        ? []
        : [answerFinding('patternNotMatched', path, { ...details, pattern: validator.pattern })]
    default:
      return []
  }
}

/** The author's conditions for an answer that do not hold. They see all answers that stand, this one included. */
export function checkExpressions(
  validators: readonly Validator[] | undefined,
  { name, path }: At,
  scope: Scope,
): readonly Finding[] {
  return (validators ?? []).flatMap((validator) =>
    validator.type === 'expression' && !holds(validator.condition, scope)
      ? [answerFinding('expressionNotMet', path, { name, validator: validator.path })]
      : [],
  )
}
