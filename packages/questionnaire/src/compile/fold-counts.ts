import { pointer, type MultipleChoiceQuestion, type Question, type RankingQuestion } from '@klankbord/model'
import type { Fields } from './fields.ts'
import { WHOLE, readLimit, reportContradiction } from './read-limits.ts'
import { needsOneOf } from './read-validator.ts'
import type { Reading } from './reading.ts'

/**
 * Puts the limits of a validator `answercount` among those of its question, the stricter of the two. Limits that
 * leave no answer are reported.
 */
export function foldCounts<Kind extends Question>(own: Fields, owner: Fields, question: Kind, reading: Reading): Kind {
  if (!countsOptions(question)) return question
  needsOneOf(own, ['minCount', 'maxCount'], reading)
  const min = readLimit(own, 'minCount', WHOLE, reading) || undefined
  const max = readLimit(own, 'maxCount', WHOLE, reading) || undefined
  const contradictory = min !== undefined && max !== undefined && min > max
  reportContradiction(own, ['minCount', min], ['maxCount', max], reading)
  if (!contradictory) {
    reportContradiction(own, ['minCount', min], ['maxSelectedChoices', question.maxSelected], reading)
    reportContradiction(own, ['minSelectedChoices', question.minSelected], ['maxCount', max], reading)
  }
  reportTooMany(min, own, owner, question, reading)
  const minSelected = strictest(Math.max, question.minSelected, min)
  const maxSelected = strictest(Math.min, question.maxSelected, max)
  return { ...question, ...(minSelected && { minSelected }), ...(maxSelected && { maxSelected }) }
}

function countsOptions(question: Question): question is MultipleChoiceQuestion | RankingQuestion {
  return question.type === 'checkbox' || question.type === 'ranking'
}

function strictest(
  of: (...limits: readonly number[]) => number,
  ...limits: readonly (number | undefined)[]
): number | undefined {
  const known = limits.filter((limit) => limit !== undefined)
  return known.length === 0 ? undefined : of(...known)
}

/** A ranking of all its options has them as its own upper limit already. */
function reportTooMany(
  min: number | undefined,
  own: Fields,
  owner: Fields,
  question: MultipleChoiceQuestion | RankingQuestion,
  reading: Reading,
): void {
  const together = question.options.filter((option) => option.empty === undefined && option.exclusive !== true).length
  if (question.type === 'ranking' || min === undefined || together === 0 || min <= together) return
  reading.list.block('limitOutOfRange', pointer(own.path, 'minCount'), {
    property: 'minCount',
    element: owner.element,
    expected: `at most ${together}, the options that can be chosen together`,
  })
}
