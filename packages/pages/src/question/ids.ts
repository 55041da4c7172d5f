import { hasOptions, type Question } from '@klankbord/model'

/** Question names hold no hyphen, so these can't meet. */
export const controlId = (name: string, option?: number): string =>
  option === undefined ? `q-${name}` : `q-${name}-${option}`

/** Of the line that explains a question. */
export const hintId = (name: string): string => `q-${name}-hint`

/** Of the line that says what needs a look. */
export const errorId = (name: string): string => `q-${name}-wrong`

/** Where a link to a question leads: its first control. */
export function firstControlId(question: Question): string {
  return hasOptions(question) ? controlId(question.name, 0) : controlId(question.name)
}
