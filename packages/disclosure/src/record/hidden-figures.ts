import type { HiddenFigure, ReleasedNumbers, ReleasedTable } from '@klankbord/model'

/** A hidden row, or a hidden answer in a row that is shown. */
export type FigureHidden = Pick<HiddenFigure, 'group' | 'category' | 'reason'>

/** All that a table hides, row by row. */
export function hiddenFigures({
  groups,
  categories,
}: Pick<ReleasedTable, 'groups' | 'categories'>): readonly FigureHidden[] {
  return groups.flatMap((group): readonly FigureHidden[] => {
    if (group.status === 'hidden') return [{ group: group.code, category: null, reason: group.reason }]
    return group.cells.flatMap((cell, place) =>
      cell.status === 'hidden'
        ? [{ group: group.code, category: categories[place]?.code ?? null, reason: cell.reason }]
        : [],
    )
  })
}

/** The groups that numbers hide. */
export function hiddenNumbers({ groups }: Pick<ReleasedNumbers, 'groups'>): readonly FigureHidden[] {
  return groups.flatMap((group) =>
    group.status === 'hidden' ? [{ group: group.code, category: null, reason: group.reason }] : [],
  )
}
