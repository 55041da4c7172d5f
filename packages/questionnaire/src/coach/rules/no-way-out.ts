import type { QuestionRule } from '../rule.ts'

const CHOICES: ReadonlySet<string> = new Set(['radiogroup', 'dropdown', 'checkbox', 'imagepicker', 'matrix'])

/** A choice in which somebody who does not know or would rather not say finds no answer. */
export const noWayOut: QuestionRule = {
  name: 'no-way-out',
  look: ({ question, title, options }) =>
    CHOICES.has(question.type) && question.blocking !== true && !options.some(({ wayOut }) => wayOut)
      ? { text: title.text }
      : null,
}
