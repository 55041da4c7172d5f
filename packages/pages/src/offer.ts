import type { Answers, Clock, MatrixQuestion, MatrixRow, Option, Question, Questionnaire } from '@klankbord/model'
import { offeredOptions, offeredRows, route } from '@klankbord/questionnaire'

/** Something that is shown; `closed`: it can't be chosen or answered as things stand. */
export type Shown<What> = What & { readonly closed?: true }

/** What can be chosen on a screen, given the answers to earlier ones. */
export interface Offer {
  /** Shown to be answered, not only to be seen. */
  open(question: Question): boolean
  options(question: Question): readonly Shown<Option>[]
  rows(question: MatrixQuestion): readonly Shown<MatrixRow>[]
}

/** All that there could be to choose, where nobody knows what was answered before. */
export const EVERYTHING: Offer = {
  open: () => true,
  options: (question) => {
    if (question.type === 'matrix') return question.columns
    return 'options' in question ? question.options : []
  },
  rows: ({ rows }) => rows,
}

/** Reads what is offered off the answers so far. */
export function offerOf(questionnaire: Questionnaire, answers: Answers, clock?: Clock): Offer {
  const { enabled } = route(questionnaire, answers, clock)
  return {
    open: ({ name }) => enabled.has(name),
    options: (question) => offeredOptions(questionnaire, question, answers, clock),
    rows: (question) => offeredRows(questionnaire, question, answers, clock),
  }
}
