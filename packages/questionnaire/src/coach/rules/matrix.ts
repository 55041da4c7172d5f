import type { QuestionRule } from '../rule.ts'

/** A table to answer in. */
export const matrix: QuestionRule = {
  name: 'matrix',
  look: ({ question, title }) =>
    question.type === 'matrix' ? { text: title.text, values: { rows: question.rows.length } } : null,
}
