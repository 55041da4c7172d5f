import { finding, pointer, type Answers, type AnswerValue, type Question } from '@klankbord/model'
import { answersFromParts, type SourcedValue, type VariableOutline } from '@klankbord/questionnaire'
import type { CsvColumn } from './csv-column.ts'
import type { ColumnFinding } from './csv-header.ts'
import { unguardFormula } from './formula-guard.ts'
import { panelFaults, rankFaults } from './part-faults.ts'

/** What the cells of one row say. */
export interface CellAnswers {
  readonly answers: Answers
  /** The cells of outcomes that are not empty, as true or false where they say so. */
  readonly outcomes: Readonly<Record<string, AnswerValue>>
  /** Only about what cells say together (ticks, places, panels): all other faults are left for `check`. */
  readonly findings: readonly ColumnFinding[]
}

/**
 * Makes a reader for the rows of a file with these columns. Where a cell is no number or no option its words go on as
 * they are, for `check` to refuse. An empty cell is no answer.
 */
export function cellReader(columns: readonly CsvColumn[]): (cells: readonly string[]) => CellAnswers {
  const variables = byVariable(columns)
  const composed = [...new Set(columns.flatMap(({ question }) => question ?? []))].filter(isComposed)
  return (cells) => {
    const findings: ColumnFinding[] = []
    const values: SourcedValue[] = []
    for (const [variable, own] of variables) {
      const faults = variable.type === 'multiple' ? tickFaults(variable, own, cells) : []
      findings.push(...faults)
      const value = faults.length > 0 ? undefined : valueOf(own, cells)
      if (value !== undefined) values.push({ source: variable.source, value })
    }
    for (const question of composed) {
      const own = values.filter(({ source }) => source.name === question.name)
      findings.push(...(question.type === 'ranking' ? rankFaults(question.name, own) : panelFaults(question.name, own)))
    }
    const outcomes = values.filter(({ source }) => source.kind === 'derived')
    return {
      answers: findings.length > 0 ? {} : answersFromParts(values.filter((value) => !outcomes.includes(value))),
      outcomes: Object.fromEntries(outcomes.map(({ source, value }) => [source.name, value])),
      findings,
    }
  }
}

/** Whether the cells of a question only mean something together. */
const isComposed = ({ type }: Question): boolean => type === 'ranking' || type === 'paneldynamic'

/** A column with its place in the file. */
interface PlacedColumn extends CsvColumn {
  readonly place: number
}

function byVariable(columns: readonly CsvColumn[]): readonly (readonly [VariableOutline, readonly PlacedColumn[]])[] {
  const found = new Map<string, readonly [VariableOutline, PlacedColumn[]]>()
  columns.forEach((column, place) => {
    const [variable, own] = found.get(column.variable.name) ?? [column.variable, []]
    own.push({ ...column, place })
    found.set(variable.name, [variable, own])
  })
  return [...found.values()]
}

/** All cells empty is no answer; otherwise each is 1 or 0 and one at least is 1. */
function tickFaults(
  { name, source }: VariableOutline,
  columns: readonly PlacedColumn[],
  cells: readonly string[],
): readonly ColumnFinding[] {
  const ticks = columns.map(({ header, place }) => ({ column: header, cell: cells[place] ?? '' }))
  if (ticks.every(({ cell }) => cell === '')) return []
  const path = pointer('/answers', source.name)
  const faults = ticks.flatMap(({ column, cell }): readonly ColumnFinding[] => {
    if (cell === '1' || cell === '0') return []
    return cell === ''
      ? [{ ...finding('csvPartlyTicked', path, { column }), column }]
      : [{ ...finding('csvNotTicked', path, { column }), column }]
  })
  if (faults.length > 0 || ticks.some(({ cell }) => cell === '1')) return faults
  return [{ ...finding('csvNothingTicked', path, { name }), column: name }]
}

function valueOf(columns: readonly PlacedColumn[], cells: readonly string[]): AnswerValue | undefined {
  const [column] = columns
  if (!column) return undefined
  if (column.option === undefined) {
    const cell = cells[column.place] ?? ''
    return cell === '' ? undefined : cellValue(cell, column)
  }
  const ticked = new Set(columns.filter(({ place }) => cells[place] === '1').map(({ option }) => option))
  const chosen = column.options?.filter((option) => ticked.has(option)).map((option) => option.value) ?? []
  return chosen.length > 0 ? chosen : undefined
}

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

function cellValue(cell: string, { variable, options }: CsvColumn): AnswerValue {
  if (variable.type === 'numeric' || variable.source.kind === 'rank') return NUMBER.test(cell) ? Number(cell) : cell
  if (variable.source.kind === 'derived') return TRUTHS.get(cell) ?? cell
  const text = unguardFormula(cell)
  return options?.find((option) => String(option.value) === text)?.value ?? text
}
