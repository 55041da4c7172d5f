import type { CountTable, SingleColumn } from '@klankbord/model'
import type { ClassRow, ClassTable, Weighing } from '@klankbord/disclosure'
import { crossTabulation } from '@klankbord/statistics'
import { placesIn } from '../places-in.ts'
import type { SelectedVariables } from '../select-variables.ts'
import type { PlanWeights } from './plan-weights.ts'

/** Counts every table apart by what people weigh. @param selected with all questions that the tables are of */
export function classTables(
  tables: readonly CountTable[],
  selected: SelectedVariables,
  { classOf, weights, sensitive }: PlanWeights,
): Weighing {
  const made = tables.map((table): readonly [string, ClassTable] => {
    const column = classesIn(table, selected, { classOf, weights })
    const rows = rowsOf(table, selected, column, (table.groups.length + 1) * weights.length)
    const inGroup = (group: number): ClassRow => rowAt(rows, group * weights.length, weights.length)
    return [
      table.id,
      {
        table: table.id,
        weights,
        groups: table.groups.map((_, group) => inGroup(group)),
        rest: inGroup(table.groups.length),
      },
    ]
  })
  return { tables: new Map(made), sensitive }
}

/** Per row the place of its group, those of no group last, and in it of its class. */
function classesIn(
  { by, groups }: CountTable,
  selected: SelectedVariables,
  { classOf, weights }: Pick<PlanWeights, 'classOf' | 'weights'>,
): SingleColumn {
  const placeOf = by === null ? () => 0 : placesIn(by.name, groups, selected)
  const codes = Int16Array.from(classOf, (own, row) => {
    const place = placeOf(row)
    return (place < 0 ? groups.length : place) * weights.length + own
  })
  return { type: 'single', codes }
}

type Counted = ReturnType<typeof crossTabulation>

function rowsOf(
  { subject }: CountTable,
  { questions }: SelectedVariables,
  classes: SingleColumn,
  many: number,
): Counted {
  const question = questions.find(({ variable }) => variable.name === subject.name)
  const codes = Array.from({ length: many }, (_, code) => code)
  return question ? crossTabulation(question.column, question.variable.categories, classes, codes) : []
}

function rowAt(rows: Counted, from: number, many: number): ClassRow {
  const own = rows.slice(from, from + many)
  return {
    total: own.map(({ base }) => base.total),
    valid: own.map(({ base }) => base.valid),
    counts: own.map(({ counts }) => counts),
  }
}
