import type { Codebook, Variable } from './codebook.ts'
import { problem } from './problem.ts'

/** One code per row; negative codes are kinds of empty (`EMPTY_CODES`). */
export interface SingleColumn {
  readonly type: 'single'
  readonly codes: Int16Array
}

/** `words` 15-bit words per row, row after row; a negative first word is a kind of empty. */
export interface MultipleColumn {
  readonly type: 'multiple'
  readonly words: number
  readonly bits: Int16Array
}

/** A number per row, of a date its days since 1970-01-01; where `states` is not 1 it is a kind of empty and the value is 0. */
export interface NumericColumn {
  readonly type: 'numeric' | 'date'
  readonly states: Int16Array
  readonly values: Float64Array
}

/** Days per row. `states`: 1 it was over, 2 it took at least so long (censored), else a kind of empty and the value is 0. */
export interface DurationColumn {
  readonly type: 'duration'
  readonly states: Int16Array
  readonly values: Float64Array
}

/** Whether words were given, and else why not. The words themselves stay in storage. */
export interface TextColumn {
  readonly type: 'text'
  readonly states: Int16Array
}

export type Column = SingleColumn | MultipleColumn | NumericColumn | DurationColumn | TextColumn

/** Responses as typed columns beside their codebook. */
export interface Dataset {
  readonly codebook: Codebook
  readonly rows: number
  readonly columns: Readonly<Record<string, Column>>
}

/**
 * The variable with this name.
 *
 * @throws Problem `unknownVariable`, naming the variables that there are
 */
export function variableOf(codebook: Codebook, name: string): Variable {
  const variable = codebook.variables.find((candidate) => candidate.name === name)
  if (!variable) throw problem('unknownVariable', { variable: name, known: codebook.variables.map((v) => v.name) })
  return variable
}

/** The column of a variable. @throws Problem `unknownVariable` */
export function columnOf(dataset: Dataset, name: string): Column {
  const column = dataset.columns[name]
  if (!column) throw problem('unknownVariable', { variable: name, known: Object.keys(dataset.columns) })
  return column
}
