import {
  comparisonFigure,
  isComparisonTable,
  localized,
  type ComparisonFigure,
  type ComparisonRow,
  type FigureContext,
} from '@klankbord/charts'
import type { Publication, ReleasedTable } from '@klankbord/model'
import type { Place, PlacedFigure } from './placed-figure.ts'

/** One of the two breakdowns that are crossed: its name in words, and its groups by their code. */
interface CrossedSide {
  readonly title: string
  readonly groups: ReadonlyMap<number, string>
}

/** One question by two breakdowns at once: a row for each group of the first, a cell for each of the second. */
export interface CrossedQuestion extends PlacedFigure<ComparisonFigure> {
  readonly columns: readonly string[]
  /** A cell is null where the table has no such pair. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly (ComparisonRow | null)[] }[]
}

/** The results split by two breakdowns at once: questions with positive answers, and tables that have none. */
export interface CrossingResults {
  readonly id: string
  readonly sides: readonly [CrossedSide, CrossedSide]
  readonly questions: readonly CrossedQuestion[]
  readonly others: readonly ReleasedTable[]
}

/**
 * The crossed breakdowns of a publication in the order of its tables. Their groups are named as in the tables of each
 * breakdown alone.
 */
export function crossingResults(
  publication: Pick<Publication, 'tables' | 'breakdowns'>,
  context: FigureContext,
  place: Place,
): readonly CrossingResults[] {
  const crossed = publication.tables.filter(({ by }) => by?.crossed !== undefined)
  return [...new Set(crossed.map(({ by }) => by?.name ?? ''))].map((name) => {
    const own = crossed.filter(({ by }) => by?.name === name)
    const [first = '', second = ''] = own[0]?.by?.crossed ?? []
    const sides = [sideOf(first, publication, context), sideOf(second, publication, context)] as const
    const questions = own.filter(isComparisonTable).map((table) => {
      const { subject } = table
      const everybody = publication.tables.find((one) => one.by === null && one.subject.name === subject.name)
      const figure = comparisonFigure(table, everybody, context)
      return { ...place(figure, [subject.name]), ...cellsOf(table, figure, sides) }
    })
    const id = `crossed-${`${first}-${second}`.replaceAll(/[^A-Za-z0-9_]+/g, '-')}`
    return { id, sides, questions, others: own.filter((table) => !isComparisonTable(table)) }
  })
}

function sideOf(
  name: string,
  { tables, breakdowns }: Pick<Publication, 'tables' | 'breakdowns'>,
  context: FigureContext,
): CrossedSide {
  const alone = tables.filter(({ by }) => by?.name === name)
  const label = (breakdowns.find((one) => one.name === name) ?? alone[0]?.by)?.label
  const groups = alone.flatMap((table) => table.groups)
  return {
    title: label ? localized(label, context) : name,
    groups: new Map(groups.flatMap(({ code, label: own }) => (code === null ? [] : [[code, localized(own, context)]]))),
  }
}

function cellsOf(
  { groups }: ReleasedTable,
  figure: ComparisonFigure,
  [first, second]: CrossingResults['sides'],
): Pick<CrossedQuestion, 'columns' | 'rows'> {
  const codes = (side: 0 | 1): readonly number[] => [
    ...new Set(groups.flatMap((group) => (group.codes ? [group.codes[side]] : []))),
  ]
  const columns = codes(1)
  return {
    columns: columns.map((code) => second.groups.get(code) ?? String(code)),
    rows: codes(0).map((row) => ({
      label: first.groups.get(row) ?? String(row),
      cells: columns.map((column) => {
        const at = groups.findIndex((group) => group.codes?.[0] === row && group.codes[1] === column)
        return figure.rows[at] ?? null
      }),
    })),
  }
}
