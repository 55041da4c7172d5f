import {
  commentKey,
  problem,
  type Answers,
  type AnswerValue,
  type CheckedAnswers,
  type Question,
} from '@klankbord/model'
import { valueAt } from '@klankbord/questionnaire'
import type { CsvColumn } from './csv-column.ts'

/**
 * Makes a guard for records that are written in these columns: each value in their answers must have a place in one, and
 * each outcome must be there, or not asked.
 *
 * @throws Problem (by the guard) `unknownAnswer` for a question or a part of one that has no column, `optionNotOffered`
 * for several answers of which one has none, `outcomeMissing`
 */
export function completeRecord(columns: readonly CsvColumn[]): (record: CheckedAnswers) => void {
  const byQuestion = new Map<Question, CsvColumn[]>()
  const outcomes: string[] = []
  for (const column of columns) {
    if (column.question) byQuestion.set(column.question, [...(byQuestion.get(column.question) ?? []), column])
    else outcomes.push(column.header)
  }
  const keys = new Set([...byQuestion.keys()].flatMap(({ name }) => [name, commentKey(name)]))
  return ({ answers, empties, derived = {} }) => {
    const unknown = Object.keys(answers).find((key) => !keys.has(key))
    if (unknown !== undefined) throw problem('unknownAnswer', { name: unknown })
    for (const [question, own] of byQuestion) refuseIncomplete(question, own, answers)
    const missing = outcomes.find((name) => typeof derived[name] !== 'boolean' && empties[name] !== 'notAsked')
    if (missing !== undefined) throw problem('outcomeMissing', { name: missing })
  }
}

function refuseIncomplete(question: Question, columns: readonly CsvColumn[], answers: Answers): void {
  const { name } = question
  const given = [answers[name], answers[commentKey(name)]].filter((answer) => answer !== undefined)
  const held = columns.filter((column) => isHeld(column, answers)).length
  if (given.reduce<number>((sum, answer) => sum + valuesIn(answer), 0) === held) return
  if (question.type !== 'checkbox') throw problem('unknownAnswer', { name })
  throw problem('optionNotOffered', { name, offered: question.options.map((option) => String(option.value)) })
}

/** Whether a column holds a value of the answers. The number of panels is none of them. */
function isHeld({ variable: { source }, option }: CsvColumn, answers: Answers): boolean {
  const value = source.kind === 'panels' ? undefined : valueAt(source, { answers })
  if (option !== undefined) return Array.isArray(value) && value.includes(option.value)
  return value !== undefined && typeof value !== 'object'
}

/** How many values an answer consists of. */
function valuesIn(answer: AnswerValue): number {
  if (typeof answer !== 'object') return 1
  return Object.values<AnswerValue>(answer).reduce<number>((sum, value) => sum + valuesIn(value), 0)
}
