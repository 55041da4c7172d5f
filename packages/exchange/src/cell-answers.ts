import {
  finding,
  hasOptions,
  pointer,
  type Answers,
  type AnswerValue,
  type MultipleChoiceQuestion,
  type Option,
  type Question,
} from '@klankbord/model'
import type { CsvColumn } from './csv-column.ts'
import type { ColumnFinding } from './csv-header.ts'
import { unguardFormula } from './formula-guard.ts'

/** What the cells of one row say. */
export interface CellAnswers {
  readonly answers: Answers
  /** Only about ticks: all other faults of an answer are left for `check`. */
  readonly findings: readonly ColumnFinding[]
}

/**
 * Reads the cells of a row. Where a cell is no number or no option its words go on as they are, for
 * `check` to refuse. An empty cell is no answer.
 */
export function cellAnswers(cells: readonly string[], columns: readonly CsvColumn[]): CellAnswers {
  const answers: [string, AnswerValue][] = []
  const findings: ColumnFinding[] = []
  for (const [question, ticks] of ticksByQuestion(cells, columns)) {
    const faults = tickFaults(question, ticks)
    findings.push(...faults)
    const ticked = new Set(ticks.filter(({ cell }) => cell === '1').map(({ option }) => option))
    const chosen = question.options.filter((option) => ticked.has(option)).map((option) => option.value)
    if (faults.length === 0 && chosen.length > 0) answers.push([question.name, chosen])
  }
  columns.forEach((column, place) => {
    const cell = cells[place] ?? ''
    if (column.option === undefined && cell !== '')
      answers.push([column.question.name, cellAnswer(cell, column.question)])
  })
  return { answers: Object.fromEntries(answers), findings }
}

interface Tick {
  readonly column: string
  readonly option: Option
  readonly cell: string
}

function ticksByQuestion(
  cells: readonly string[],
  columns: readonly CsvColumn[],
): ReadonlyMap<MultipleChoiceQuestion, readonly Tick[]> {
  const ticks = new Map<MultipleChoiceQuestion, Tick[]>()
  columns.forEach(({ question, option, header }, place) => {
    if (question.type !== 'checkbox' || option === undefined) return
    const own = ticks.get(question) ?? []
    own.push({ column: header, option, cell: cells[place] ?? '' })
    ticks.set(question, own)
  })
  return ticks
}

/** All cells empty is no answer; otherwise each is 1 or 0 and one at least is 1. */
function tickFaults({ name }: Question, ticks: readonly Tick[]): readonly ColumnFinding[] {
  if (ticks.every(({ cell }) => cell === '')) return []
  const path = pointer('/answers', name)
  const faults = ticks.flatMap(({ column, cell }): readonly ColumnFinding[] => {
    if (cell === '1' || cell === '0') return []
    return cell === ''
      ? [{ ...finding('csvPartlyTicked', path, { column }), column }]
      : [{ ...finding('csvNotTicked', path, { column }), column }]
  })
  if (faults.length > 0 || ticks.some(({ cell }) => cell === '1')) return faults
  return [{ ...finding('csvNothingTicked', path, { name }), column: name }]
}

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/

function cellAnswer(cell: string, question: Question): AnswerValue {
  if (question.type === 'number') return NUMBER.test(cell) ? Number(cell) : cell
  const text = unguardFormula(cell)
  if (!hasOptions(question)) return text
  return question.options.find((option) => String(option.value) === text)?.value ?? text
}
