import type { ItemValue, Question, QuestionMatrixModel, QuestionSelectBase, SurveyModel } from 'survey-core'

/** What is so at one moment, by what it is about: "q1 visible" is true, "q1 option 3" is "closed". */
export type Observation = Readonly<Record<string, unknown>>

/** What survey-core does not work out: an expression on a page or in a panel that is closed, a listed difference. */
export const UNTOLD = Symbol('untold')

/** What survey-core shows, asks, requires, opens, offers and works out. */
export function observeModel(model: SurveyModel): Observation {
  const seen: Record<string, unknown> = {}
  for (const question of model.getAllQuestions()) {
    const { name } = question
    const visible = question.isVisibleInSurvey
    seen[`${name} visible`] = visible
    if (!visible || question.getType() === 'html') continue
    if (question.getType() === 'expression')
      seen[`${name} value`] = question.isReadOnly ? UNTOLD : plain(question.value)
    else observeQuestion(question, seen)
  }
  for (const value of model.calculatedValues) seen[`${value.name} calculated`] = plain(value.value)
  return seen
}

function observeQuestion(question: Question, seen: Record<string, unknown>): void {
  const { name } = question
  seen[`${name} open`] = !question.isReadOnly
  if (question.isReadOnly) return
  seen[`${name} required`] = question.isRequired
  if (question.getType() === 'matrix') {
    const shown = new Map((question as QuestionMatrixModel).visibleRows.map((row) => [row.name, row]))
    for (const item of question['rows'] as ItemValue[]) {
      const row = shown.get(item.value)
      seen[`${name} row ${item.value}`] = row ? (item.isEnabled ? 'offered' : 'closed') : 'hidden'
    }
  } else if (Array.isArray(question['choices'])) {
    const { visibleChoices, otherItem, showOtherItem } = question as QuestionSelectBase
    const most: unknown = question['maxSelectedChoices']
    // Once as many are chosen as may be, the others are closed; that comes from the question and not from a condition.
    if (most) question['maxSelectedChoices'] = 0
    const shown = new Set(visibleChoices.map(({ value }) => value))
    for (const item of [...(question['choices'] as ItemValue[]), ...(showOtherItem ? [otherItem] : [])])
      seen[`${name} option ${item.value}`] = shown.has(item.value) ? (item.isEnabled ? 'offered' : 'closed') : 'hidden'
    if (most) question['maxSelectedChoices'] = most
  }
}

/** A date as it stands in answers; nothing at all as null. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null
    const two = (number: number): string => String(number).padStart(2, '0')
    return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`
  }
  return value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value
}
