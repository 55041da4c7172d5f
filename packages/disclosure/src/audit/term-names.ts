import type { AttackerTerm, ReleasedTable, TermColumn, TermRow } from '@klankbord/model'
import { cellKey, columnsOf, rowsOf } from '../editions/edition-system.ts'

/** What a figure is called in a sum. */
export type TermName = Pick<AttackerTerm, 'row' | 'column' | 'question' | 'answer'>

const COLUMNS: Readonly<Record<string, TermColumn>> = {
  total: 'people',
  valid: 'answered',
  invalid: 'notAnswered',
}

/** What the cells of the system of one edition are called, by their id; those that no table prints have no name. */
export function termNames(released: readonly ReleasedTable[]): ReadonlyMap<string, TermName> {
  const names = new Map<string, TermName>()
  for (const table of released) {
    for (const { name, group } of rowsOf(table)) {
      const row: TermRow = group === null ? 'inNoGroup' : table.by === null ? 'everybody' : group.label
      for (const column of columnsOf(table)) {
        const id = `1: ${cellKey(table, name, column)}`
        if (!names.has(id)) names.set(id, { row, ...columnName(table, column) })
      }
    }
  }
  return names
}

function columnName({ subject, categories }: ReleasedTable, column: string): Omit<TermName, 'row'> {
  const known = COLUMNS[column]
  if (known === 'people') return { column: known, question: null, answer: null }
  if (known !== undefined) return { column: known, question: subject.label, answer: null }
  const category = categories.find(({ code }) => column.endsWith(`category ${code}`))
  const answer = category?.label ?? {}
  return { column: column.startsWith('not ') ? 'otherAnswer' : 'answer', question: subject.label, answer }
}
