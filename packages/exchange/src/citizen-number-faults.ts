import { finding, pointer } from '@klankbord/model'
import { maskCitizenNumbers } from '@klankbord/questionnaire'
import type { CsvColumn } from './csv-column.ts'
import type { ColumnFinding } from './csv-header.ts'

/**
 * Makes a reader that names the cells of a row in which a citizen service number stands, in open answers and in numbers.
 * A respondent's number is masked, since nobody can be asked again; who imports a file can take it out.
 */
export function citizenNumberFaults(
  columns: readonly CsvColumn[],
): (cells: readonly string[]) => readonly ColumnFinding[] {
  const open = columns.flatMap(({ header, variable, question }, place) =>
    question !== undefined && question.type !== 'signaturepad' && WRITTEN.has(variable.type)
      ? [{ header, place, path: pointer('/answers', question.name) }]
      : [],
  )
  return (cells) =>
    open
      .filter(({ place }) => hasCitizenNumber(cells[place] ?? ''))
      .map(({ header: column, path }) => ({ ...finding('csvCitizenNumber', path, { column }), column }))
}

const WRITTEN: ReadonlySet<string> = new Set(['text', 'numeric'])

function hasCitizenNumber(cell: string): boolean {
  return maskCitizenNumbers(cell) !== cell
}
