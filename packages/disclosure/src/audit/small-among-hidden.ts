import type { DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import type { CellRange, Solving, SystemCell, CellSystem } from '../hiding/cell-system.ts'
import { hiddenFigures, type FigureHidden } from '../record/hidden-figures.ts'
import type { Measurement } from './measurement.ts'

/** A hidden answer, by its place in the system, with its names. */
interface HiddenAnswer {
  readonly place: number
  readonly table: string
  readonly cell: string
}

/** The hidden answers to sensitive questions with one answer: those that few gave, and those that are hidden for their sake. */
export interface HiddenAnswers {
  readonly small: readonly HiddenAnswer[]
  readonly beside: ReadonlySet<number>
}

/** Tells them apart by what was counted: readers do not know which are which. */
export function hiddenAnswers(
  released: readonly ReleasedTable[],
  { sensitiveCell }: DisclosurePolicy,
  cells: readonly SystemCell[],
  placeOf: (table: ReleasedTable, figure: FigureHidden) => number,
): HiddenAnswers {
  const answers = released
    .filter(({ kind }) => kind === 'single')
    .flatMap((table) =>
      hiddenFigures(table).flatMap((figure): readonly HiddenAnswer[] => {
        if (figure.category === null || figure.reason !== 'sensitive') return []
        const cell = `group ${figure.group ?? 'everybody'}, category ${figure.category}`
        return [{ place: placeOf(table, figure), table: table.id, cell }]
      }),
    )
  const isSmall = ({ place }: HiddenAnswer): boolean => {
    const { value = 0 } = cells[place] ?? {}
    return value > 0 && value <= sensitiveCell
  }
  return {
    small: answers.filter(isSmall),
    beside: new Set(answers.filter((one) => !isSmall(one)).map(({ place }) => place)),
  }
}

/**
 * The small answers that would be left hardly a number by somebody who guessed that they are the small ones: of 1 to the limit
 * one number may fall away, no more.
 *
 * @param ranges how far each was followed; where that leaves a doubt it is followed to its ends
 * @returns only what is known too closely: a list of all would tell how many are small
 */
export async function knownAsSmall(
  { small }: HiddenAnswers,
  { sensitiveCell }: DisclosurePolicy,
  system: CellSystem & { readonly hidden: readonly number[] },
  ranges: ReadonlyMap<number, CellRange>,
  solving: Solving,
): Promise<readonly Measurement[]> {
  const needed = sensitiveCell - 2
  const widthOf = (range: CellRange | undefined): number =>
    range === undefined ? -1 : Math.min(sensitiveCell, range.most) - Math.max(1, range.least)
  const doubtful = small.filter(({ place }) => widthOf(ranges.get(place)) < needed)
  if (doubtful.length === 0) return []
  const wanted = doubtful.map(({ place }) => ({ cell: place, enough: null }))
  const { cells, relations, hidden } = system
  const whole = new Map(
    (await solving.ranges({ cells, relations, hidden, wanted })).map((range) => [range.cell, range]),
  )
  return doubtful.flatMap(({ place, table, cell }) => {
    const width = widthOf(whole.get(place))
    return width < needed ? [{ table, cell, width, needed }] : []
  })
}
