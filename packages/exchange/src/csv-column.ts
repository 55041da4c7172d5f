import { hasOptions, type Option, type Question, type Questionnaire, type VariableSource } from '@klankbord/model'
import { variablesOf, type VariableOutline } from '@klankbord/questionnaire'

/** One column of a file with responses. */
export interface CsvColumn {
  /** The name of the variable; of several answers `NAME__CODE`, one column for each option. */
  readonly header: string
  /** Absent for the outcome of answers that are not stored. */
  readonly question?: Question
  readonly variable: VariableOutline
  /** For a variable with several answers: the option that this column ticks with 1 or 0. */
  readonly option?: Option
  /** Those that there are, for a variable with one or several of them. */
  readonly options?: readonly Option[]
}

/**
 * The columns of a questionnaire's responses, in its order. They differ from each other: a question's name
 * has no two underscores in a row. Values that are worked out, and durations, have none: they follow from the answers.
 * Outcomes of answers that are not stored follow from nothing that is, and have one, after the questions.
 *
 * @example csvColumns(questionnaire).map((column) => column.header) // ['t1', 'helper__1', 'helper__2']
 */
export function csvColumns({ questions, calculatedValues = [] }: Questionnaire): readonly CsvColumn[] {
  const outcomes = calculatedValues.filter(({ outcome }) => outcome === true)
  return [
    ...questions.flatMap((question) =>
      variablesOf(question).flatMap((variable) => columnsOfVariable(question, variable)),
    ),
    ...outcomes.map(({ name }): CsvColumn => ({
      header: name,
      variable: { name, type: 'single', source: { name, kind: 'derived' } },
    })),
  ]
}

function columnsOfVariable(question: Question, variable: VariableOutline): readonly CsvColumn[] {
  const { name, type, source } = variable
  const options = optionsOf(question, source)
  if (type === 'multiple')
    return options.map((option) => ({ header: `${name}__${option.code}`, question, variable, option, options }))
  const own = { header: name, question, variable }
  return [type === 'single' && options.length > 0 ? { ...own, options } : own]
}

function optionsOf(question: Question, { kind, part }: VariableSource): readonly Option[] {
  if (kind === 'row') return question.type === 'matrix' ? question.columns : []
  if (kind === 'question') return hasOptions(question) ? question.options : []
  if (kind !== 'in' || question.type !== 'paneldynamic') return []
  const inner = question.questions.find((candidate) => candidate.name === part)
  return inner && hasOptions(inner) ? inner.options : []
}
