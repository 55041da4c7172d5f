import type { ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { chartTexts, formatNumber, percentText } from './chart-texts.ts'
import type { FigureContext } from './figure-context.ts'
import type { DataTable, TableRow } from './data-table.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { percentOf } from './whole-percent.ts'

/**
 * A question by two breakdowns at once as a table of pairs of groups by answers, for questions that have no positive answers
 * to compare on. A hidden pair says why; a hidden answer says so in its cell.
 */
export function pairTable(table: ReleasedTable, context: FigureContext): DataTable {
  const text = chartTexts(context.language)
  return {
    caption: text('tableDistribution', { subject: localized(table.subject.label, context) }),
    head: [
      text('columnGroup'),
      ...table.categories.map((category) => localized(category.label, context)),
      text('columnAnswers'),
    ],
    rows: table.groups.map((group) => pairRow(group, table.groups, context)),
  }
}

function pairRow(group: ReleasedGroup, neighbours: readonly ReleasedGroup[], context: FigureContext): TableRow {
  const { language } = context
  const text = chartTexts(language)
  const header = localized(group.label, context)
  if (group.status === 'hidden') return { header, cells: [], why: hiddenReason(group.reason, context, neighbours) }
  const shares = group.cells.map((cell) =>
    cell.status === 'shown' ? percentText(percentOf(cell.share), language) : text('notShown'),
  )
  const valid = formatNumber(group.base.valid, language)
  return { header, cells: [...shares, group.status === 'indicative' ? `${valid} (${text('fewAnswers')})` : valid] }
}
