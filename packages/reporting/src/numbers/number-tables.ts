import { computed, type CountTable, type Dataset, type Variable } from '@klankbord/model'
import type { NumberTable, Routing } from '@klankbord/disclosure'
import { reliability, scaleItems, selectedRows } from '@klankbord/statistics'
import { placesIn } from '../places-in.ts'
import type { CountableVariable, SelectedVariables } from '../select-variables.ts'
import type { PlanWeights } from '../weights/plan-weights.ts'
import type { NumberSubject } from './number-subject.ts'

/** The name under which it is counted who gave a number. No variable has a colon in its name. */
const presenceName = (name: string): string => `number:${name}`

/**
 * For each number that no table of its own answers stands beside: a question that counts who gave one, to be tabulated and
 * protected with the others.
 */
export function presenceQuestions(
  subjects: readonly NumberSubject[],
  selected: SelectedVariables,
): readonly CountableVariable[] {
  return subjects
    .filter((subject) => ownTable(subject, selected) === null)
    .map(({ name, subject, presence }): CountableVariable => ({
      variable: presenceVariable(name, subject.label),
      column: { type: 'single', codes: presence },
    }))
}

function presenceVariable(name: string, label: Variable['label']): Variable {
  return {
    name: presenceName(name),
    type: 'single',
    label,
    categories: [{ code: 1, value: 1, label: {} }],
    measurement: 'nominal',
    source: { name, kind: 'derived' },
    sensitive: false,
    slot: 0,
    slots: 0,
  }
}

/** The question of which the table has all answers that a number is made of; null where there is none. */
function ownTable({ scoreOf, of }: NumberSubject, { questions, breakdowns }: SelectedVariables): string | null {
  const [only] = of
  if (scoreOf === null || only === undefined) return null
  const splits = breakdowns.some(({ variable }) => variable.name === only)
  const own = questions.find(({ variable, column }) => variable.name === only && column.type === 'single')
  return own && !splits ? only : null
}

/**
 * The numbers behind the tables that were counted: of everybody and by each breakdown, but not of a question by itself.
 *
 * @param counted all tables, those of `presenceQuestions` among them
 */
export function numberTables(
  subjects: readonly NumberSubject[],
  selected: SelectedVariables,
  counted: readonly CountTable[],
  dataset: Dataset,
  weights: PlanWeights | null = null,
): readonly NumberTable[] {
  return subjects.flatMap((subject) => {
    const own = ownTable(subject, selected)
    const tables = counted.filter((table) => table.subject.name === (own ?? presenceName(subject.name)))
    return tables
      .filter(({ by }) => by === null || !(by.crossed ?? [by.name]).some((name) => subject.of.includes(name)))
      .map((table) => numberTable(subject, table, { own: own !== null, selected, dataset, weights }))
  })
}

interface Beside {
  readonly own: boolean
  readonly selected: SelectedVariables
  readonly dataset: Dataset
  readonly weights: PlanWeights | null
}

function numberTable(subject: NumberSubject, table: CountTable, beside: Beside): NumberTable {
  const { own, selected, dataset, weights } = beside
  const { name, measure, range, numbers, over, scoreOf } = subject
  const rows = own ? [] : rowsByGroup(subject, table, selected)
  return {
    table: table.id,
    presence: !own,
    id: table.by ? `${name}×${table.by.name}` : name,
    subject: subject.subject,
    measure,
    by: table.by,
    range,
    scores: own && scoreOf ? table.categories.map(({ code }) => scoreOf(code)) : null,
    values: rows.map((group) => Float64Array.from(group, (row) => numbers.values[row] ?? 0)),
    over: over && rows.map((group) => Array.from(group, over)),
    weights: weights && rows.map((group) => Float64Array.from(group, (row) => weightOf(weights, row))),
    weighting: {
      designEffect: weights?.recipe.designEffect ?? 1,
      largest: weights ? Math.max(...weights.weights) : 1,
    },
    consistency: table.by ? null : consistencyOf(subject, dataset),
  }
}

function weightOf({ classOf, weights }: PlanWeights, row: number): number {
  return weights[classOf[row] ?? 0] ?? 0
}

/** Who of each group gave a number. */
function rowsByGroup(
  { numbers }: NumberSubject,
  { by, groups }: CountTable,
  selected: SelectedVariables,
): readonly Int32Array[] {
  const known = selectedRows(numbers.known)
  if (by === null) return [known]
  const placeOf = placesIn(by.name, groups, selected)
  const rows = groups.map((): number[] => [])
  for (const row of known) rows[placeOf(row)]?.push(row)
  return rows.map((group) => Int32Array.from(group))
}

function consistencyOf({ scale }: NumberSubject, dataset: Dataset): NumberTable['consistency'] {
  if (scale === null || scale.items.length < 2) return null
  const { complete, listwise } = reliability(scaleItems(dataset, scale))
  return computed<number>(listwise.alpha) ? { complete, alpha: listwise.alpha } : null
}

/** Who is asked what a number is made of: that who gave one is counted, may tell no more than a table of the answers would. */
export function numberRoutings(subjects: readonly NumberSubject[], routings: readonly Routing[]): readonly Routing[] {
  return subjects.flatMap(({ name, of }): readonly Routing[] => {
    const own = routings.filter(({ question }) => of.includes(question))
    const [first, ...others] = own
    if (first === undefined) return []
    const together: Routing = {
      question: presenceName(name),
      on: [...new Set(own.flatMap(({ on }) => on))].toSorted(),
      sensitive: own.some(({ sensitive }) => sensitive),
      condition: own.map(({ condition }) => condition).join(' '),
      follows: null,
    }
    return [others.length === 0 && of.length === 1 ? { ...first, question: presenceName(name) } : together]
  })
}
