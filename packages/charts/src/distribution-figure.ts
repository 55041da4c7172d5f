import type { ReleasedTable } from '@klankbord/model'
import type { DistributionFigure, DistributionRow } from './figure.ts'
import type { FigureContext } from './figure-context.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { measured } from './whole-percent.ts'

/** Room beyond the longest bar for its label. */
const ROOM = 1.2

/** The figure of how often each answer of one question was given, answers in questionnaire order. */
export function distributionFigure(table: ReleasedTable, context: FigureContext): DistributionFigure {
  const group = table.groups[0]
  const base = group && group.status !== 'hidden' ? group.base : null
  const rows = table.categories.map((category, index): DistributionRow => {
    const label = localized(category.label, context)
    if (!group || group.status === 'hidden') {
      return { label, status: 'hidden', why: hiddenReason(group?.reason ?? 'tooFew', context) }
    }
    const cell = group.cells[index]
    if (!cell || cell.status === 'hidden') {
      return { label, status: 'hidden', why: hiddenReason(cell?.reason ?? 'tooFew', context) }
    }
    return { label, status: group.status, value: measured(cell) }
  })
  const longest = Math.max(0, ...rows.map((row) => (row.status === 'hidden' ? 0 : row.value.at)))
  return {
    kind: 'distribution',
    language: context.language,
    ...(context.weighted && { weighted: true }),
    name: table.id,
    subject: localized(table.subject.label, context),
    multiple: table.kind === 'multiple',
    domain: { min: 0, max: Math.max(10, Math.ceil(longest * ROOM)) },
    valid: base?.valid ?? null,
    noOpinion: base ? base.answered - base.valid : 0,
    skipped: base ? base.asked - base.answered : 0,
    rows,
  }
}
