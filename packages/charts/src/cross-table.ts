import type { ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { chartTexts, formatNumber, percentText } from './chart-texts.ts'
import type { FigureContext } from './figure-context.ts'
import type { DataTable } from './data-table.ts'
import { localized } from './localized.ts'
import { percentOf } from './whole-percent.ts'

/**
 * A question split by a breakdown as a table of answers by groups, for questions that have no positive answers to
 * compare on. A hidden figure says so in its cell.
 */
export function crossTable(table: ReleasedTable, context: FigureContext): DataTable {
  const text = chartTexts(context.language)
  const percentIn = (group: ReleasedGroup, place: number): string => {
    const cell = group.status === 'hidden' ? undefined : group.cells[place]
    return group.status === 'hidden' || cell?.status !== 'shown'
      ? text('notShown')
      : percentText(percentOf(cell.share), context.language)
  }
  const answers = {
    header: text('columnAnswers'),
    cells: table.groups.map((group) =>
      group.status === 'hidden' ? text('notShown') : formatNumber(group.base.valid, context.language),
    ),
    total: true,
  }
  return {
    caption: text('tableDistribution', { subject: localized(table.subject.label, context) }),
    head: [text('columnAnswer'), ...table.groups.map((group) => localized(group.label, context))],
    rows: [
      ...table.categories.map((category, place) => ({
        header: localized(category.label, context),
        cells: table.groups.map((group) => percentIn(group, place)),
      })),
      answers,
    ],
  }
}
