import {
  columnOf,
  EMPTY_CODES,
  problem,
  variableOf,
  type Column,
  type Dataset,
  type NumberMeasure,
  type Questionnaire,
  type ReleasedNumbers,
  type ReportPlan,
  type Scale,
  type TableSubject,
  type Variable,
} from '@klankbord/model'
import {
  isSelected,
  measurementsOf,
  scaleScores,
  scoreEnds,
  selectionOf,
  type Measurements,
} from '@klankbord/statistics'
import { isBandable, kindOf } from '../countable.ts'
import { subjectOf } from '../tabulate.ts'
import { hasGrades } from './has-mean.ts'
import { isNumber } from './is-number.ts'

/** A question, duration or scale of which numbers are told. */
export interface NumberSubject {
  readonly name: string
  readonly subject: TableSubject
  readonly measure: NumberMeasure
  readonly range: ReleasedNumbers['range']
  readonly numbers: Measurements
  /** Of a duration: per row whether it was over. */
  readonly over: ((row: number) => boolean) | null
  /** Per row 1 for who gave a number, else a kind of empty. */
  readonly presence: Int16Array
  /** The variables that it is made of. */
  readonly of: readonly string[]
  /** Of a single choice, or of a scale of one: the number of an answer. */
  readonly scoreOf: ((code: number) => number) | null
  readonly scale: Scale | null
}

/** What a questionnaire and its answers say of numbers. */
export interface NumberSource {
  readonly dataset: Dataset
  readonly questionnaire: Questionnaire
  readonly plan: ReportPlan
}

/**
 * What numbers are told of: what the plan names, else the grades among its questions and the scales of which all items are
 * among them.
 *
 * @throws Problem `unknownVariable`, `duplicateInPlan`, `numberNotPublishable`
 */
export function numberSubjects(source: NumberSource): readonly NumberSubject[] {
  const { plan } = source
  const names = plan.numbers ?? usualNumbers(source)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw problem('duplicateInPlan', { name: twice })
  return names.map((name) => subjectNamed(name, source))
}

function usualNumbers({ dataset, questionnaire, plan }: NumberSource): readonly string[] {
  const grades = plan.questions.filter((name) => {
    const variable = dataset.codebook.variables.find((one) => one.name === name)
    return variable?.type === 'single' && isNumber(variable)
  })
  const scales = (questionnaire.scales ?? []).filter(
    ({ items, method }) =>
      items.every((item) => plan.questions.includes(item)) &&
      // The grade of one question is told with it.
      !(method === 'grade' && items.length === 1 && grades.includes(items[0] ?? '')),
  )
  return [...grades, ...scales.map(({ name }) => name)]
}

function subjectNamed(name: string, { dataset, questionnaire }: NumberSource): NumberSubject {
  const scale = questionnaire.scales?.find((one) => one.name === name)
  if (scale) return scaleSubject(scale, dataset)
  const variable = variableOf(dataset.codebook, name)
  const column = columnOf(dataset, name)
  const question = questionnaire.questions.find((one) => one.name === variable.source.name)
  if (column.type === 'duration' && variable.source.kind === 'duration') {
    const { states, values } = column
    const numbers = { values, known: selectionOf(states.length, (row) => (states[row] ?? 0) > 0) }
    const presence = states.map((state) => Math.min(state, 1))
    const own = { measure: 'duration', range: { low: 0, high: null }, numbers, presence } as const
    return { ...named(variable), ...own, of: variable.source.of ?? [], over: (row) => states[row] === 1 }
  }
  if (column.type === 'numeric' && isBandable(variable)) {
    const item =
      question?.type === 'multipletext' ? question.items.find((one) => one.name === variable.source.part) : question
    const range =
      item?.type === 'number' ? { low: item.min ?? null, high: item.max ?? null } : { low: null, high: null }
    const numbers = measurementsOf(column)
    return { ...named(variable), measure: 'number', range, numbers, presence: column.states.slice() }
  }
  if (column.type === 'single' && isNumber(variable)) return choiceSubject(variable, column)
  throw problem('numberNotPublishable', { name, type: kindOf(variable) })
}

function named(variable: Variable): Pick<NumberSubject, 'name' | 'subject' | 'of' | 'over' | 'scoreOf' | 'scale'> {
  const { name } = variable
  return { name, subject: subjectOf(variable), of: [name], over: null, scoreOf: null, scale: null }
}

function choiceSubject(variable: Variable, column: Extract<Column, { readonly type: 'single' }>): NumberSubject {
  const codes = variable.categories.flatMap(({ code, empty }) => (empty === undefined ? [code] : []))
  return {
    ...named(variable),
    measure: hasGrades(variable) ? 'grade' : 'number',
    range: { low: Math.min(...codes), high: Math.max(...codes) },
    numbers: measurementsOf(column),
    presence: column.codes.map((code) => Math.min(code, 1)),
    scoreOf: (code) => code,
  }
}

function scaleSubject(scale: Scale, dataset: Dataset): NumberSubject {
  const { name, title: label, items, method } = scale
  const variables = items.map((item) => variableOf(dataset.codebook, item))
  const numbers = scaleScores(dataset, scale)
  const { lowest: low, highest: high } = scoreEnds(scale)
  const columns = items.map((item) => columnOf(dataset, item))
  const presence = Int16Array.from({ length: dataset.rows }, (_, row) => {
    if (isSelected(numbers.known, row)) return 1
    const asked = columns.some((column) => stateAt(column, row) !== EMPTY_CODES.notAsked)
    return asked ? EMPTY_CODES.skipped : EMPTY_CODES.notAsked
  })
  const theme = variables[0]?.theme
  return {
    name,
    subject: { name, label, ...(theme !== undefined && { theme }), sensitive: variables.some((one) => one.sensitive) },
    measure: method === 'grade' ? 'grade' : 'score',
    range: { low, high },
    numbers,
    over: null,
    presence,
    of: items,
    scoreOf: items.length === 1 ? (code) => scoreOfOne(scale, dataset, code) : null,
    scale,
  }
}

/** What one answer scores, by the same method as any. */
function scoreOfOne(scale: Scale, { codebook }: Dataset, code: number): number {
  const [item = ''] = scale.items
  const column = { type: 'single', codes: Int16Array.of(code) } as const
  return scaleScores({ codebook, rows: 1, columns: { [item]: column } }, scale).values[0] ?? 0
}

function stateAt(column: Column, row: number): number {
  if (column.type === 'single') return column.codes[row] ?? 0
  return (column.type === 'multiple' ? column.bits[row * column.words] : column.states[row]) ?? 0
}
