import type { ReleasedTable } from '@klankbord/model'

/** A figure of a table, in words for a developer: never its value. */
export interface NamedFigure {
  readonly table: string
  readonly figure: string
}

type Statuses = ReadonlyMap<string, NamedFigure & { readonly shown: boolean }>

/**
 * What an edition shows and another edition of the same answers hides, in the order of the second. Answers are only added, so
 * what is shown later bounds what was hidden, and what was shown before bounds what is hidden now.
 *
 * Groups of a breakdown count as shown when any table tells their size, also that of the question itself.
 */
export function hiddenOnce(previous: readonly ReleasedTable[], next: readonly ReleasedTable[]): readonly NamedFigure[] {
  const before = statusesOf(previous)
  return [...statusesOf(next)].flatMap(([key, { shown, table, figure }]) => {
    const old = before.get(key)
    return old && old.shown !== shown ? [{ table, figure }] : []
  })
}

function statusesOf(tables: readonly ReleasedTable[]): Statuses {
  const statuses = new Map<string, NamedFigure & { shown: boolean }>()
  const note = (key: string, table: string, figure: string, shown: boolean): void => {
    statuses.set(key, { table, figure, shown: shown || (statuses.get(key)?.shown ?? false) })
  }
  for (const { id, subject, by, categories, groups } of tables) {
    for (const group of groups) {
      const row = by ? `group ${group.code}` : 'everybody'
      const shown = group.status !== 'hidden'
      note(`${id} ${row}`, id, row, shown)
      if (by) note(`size of ${by.name} ${group.code}`, id, `size of ${row}`, shown)
      for (const [column, { code }] of categories.entries()) {
        const cellShown = shown && group.cells[column]?.status === 'shown'
        if (shown) note(`${id} ${row} ${code}`, id, `${row}, category ${code}`, cellShown)
        if (!by) note(`size of ${subject.name} ${code}`, id, `category ${code}`, cellShown)
      }
    }
  }
  return statuses
}
