import type { Option, Question, Questionnaire } from '@klankbord/model'

/** One column of a file with responses. */
export interface CsvColumn {
  /** The question's name; in a checkbox `NAME__CODE`, one column for each option. */
  readonly header: string
  readonly question: Question
  /** In a checkbox: the option that this column ticks with 1 or 0. */
  readonly option?: Option
}

/**
 * The columns of a questionnaire's responses, in its order. They differ from each other: a question's name
 * has no two underscores in a row.
 *
 * @example csvColumns(questionnaire).map((column) => column.header) // ['t1', 'helper__1', 'helper__2']
 */
export function csvColumns({ questions }: Questionnaire): readonly CsvColumn[] {
  return questions.flatMap(columnsOfQuestion)
}

function columnsOfQuestion(question: Question): readonly CsvColumn[] {
  return question.type === 'checkbox'
    ? question.options.map((option) => ({ header: `${question.name}__${option.code}`, question, option }))
    : [{ header: question.name, question }]
}
