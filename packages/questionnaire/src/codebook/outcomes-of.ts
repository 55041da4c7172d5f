import type { CheckedAnswers, Questionnaire } from '@klankbord/model'
import { ownOf } from './value-at.ts'

/**
 * What is stored of answers that are not: yes or no by the name of the calculated value. It cannot be worked out again, so
 * that it is as much a part of a response as its answers. Empty where the questionnaire has no such questions.
 *
 * @example outcomesOf(questionnaire, checked) // { may_take_part: true }
 */
export function outcomesOf(
  { calculatedValues = [] }: Questionnaire,
  { derived = {} }: Pick<CheckedAnswers, 'derived'>,
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    calculatedValues.flatMap(({ name, outcome }) => {
      const value = outcome === true ? ownOf(derived, name) : undefined
      return typeof value === 'boolean' ? [[name, value]] : []
    }),
  )
}
