import type { Category, LocalizedText, SingleColumn, TableSubject } from '@klankbord/model'
import type { SelectedBreakdown } from './nesting.ts'

/** Two breakdowns at once: everybody is in at most one group, which has a code in each of them. */
export interface Crossing {
  readonly breakdowns: readonly [SelectedBreakdown, SelectedBreakdown]
  readonly groups: readonly {
    readonly code: number
    readonly codes: readonly [number, number]
    readonly label: LocalizedText
  }[]
  /** Places in the list of groups, −1 for who is in none. */
  readonly column: SingleColumn
}

/** More codes than any variable has, so that the code of a crossed group tells both of its codes, in every edition alike. */
const SPREAD = 100_000

/** The groups of one breakdown within those of another, in the order of the first. */
export function crossedVariable(first: SelectedBreakdown, second: SelectedBreakdown): Crossing {
  const [rows, columns] = [substantive(first), substantive(second)]
  const groups = rows.flatMap((row) =>
    columns.map((column) => ({
      code: row.code * SPREAD + column.code,
      codes: [row.code, column.code] as const,
      label: joined(row.label, column.label, ' · '),
    })),
  )
  const places = new Map(groups.map(({ code }, place) => [code, place]))
  const codes = first.column.codes.map((row, index) => {
    const column = second.column.codes[index] ?? -1
    return row < 0 || column < 0 ? -1 : (places.get(row * SPREAD + column) ?? -1)
  })
  return { breakdowns: [first, second], groups, column: { type: 'single', codes } }
}

/** The two labels in every language that both have. */
export function crossedSubject(first: TableSubject, second: TableSubject): TableSubject {
  return {
    name: `${first.name}×${second.name}`,
    label: joined(first.label, second.label, ' × '),
    sensitive: first.sensitive || second.sensitive,
  }
}

function joined(first: LocalizedText, second: LocalizedText, between: string): LocalizedText {
  const languages = Object.keys(first).filter((language) => language in second)
  return Object.fromEntries(
    languages.map((language) => [language, `${first[language] ?? ''}${between}${second[language] ?? ''}`]),
  )
}

function substantive({ variable }: SelectedBreakdown): readonly Category[] {
  return variable.categories.filter(({ empty }) => empty === undefined)
}
