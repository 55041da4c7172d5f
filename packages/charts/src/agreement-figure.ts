import type { ReleasedCell, ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { agreementDomain } from './agreement-domain.ts'
import { hasTwoAnswers } from './agreement-groups.ts'
import { agreementSegments } from './agreement-segments.ts'
import type { AgreementFigure, AgreementRow, ScaleColumn, TableCell } from './figure.ts'
import type { FigureContext } from './figure-context.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { leastFirst, scaleSteps } from './scale-step.ts'
import { measured, percentOf } from './whole-percent.ts'

/**
 * The figure of questions that share a scale (see `agreementGroups`), in the order given.
 *
 * @param tables tables of everybody; those with two answers are drawn within the scale of the others
 * @param domain the scale of all agreement figures of the page
 */
export function agreementFigure(
  tables: readonly ReleasedTable[],
  context: FigureContext,
  domain: AgreementFigure['domain'] = agreementDomain(tables),
): AgreementFigure {
  const main = tables.find((table) => !hasTwoAnswers(table)) ?? tables[0]
  const columns = main ? scaleColumns(main, context) : []
  const prompts = tables.flatMap(({ subject }) => (subject.prompt ? [localized(subject.prompt, context)] : []))
  return {
    kind: 'agreement',
    language: context.language,
    ...(context.weighted && { weighted: true }),
    name: tables[0]?.subject.name ?? '',
    prompts: [...new Set(prompts)],
    domain,
    columns,
    agreeing: main?.subject.scale === 'agreement',
    rows: tables.map((table) => agreementRow(table, columns, domain, context)),
  }
}

function scaleColumns(table: ReleasedTable, context: FigureContext): readonly ScaleColumn[] {
  const steps = scaleSteps(table.categories)
  return leastFirst(table.categories).map((place) => ({
    step: steps[place] ?? 3,
    label: localized(table.categories[place]?.label ?? {}, context),
  }))
}

function agreementRow(
  table: ReleasedTable,
  columns: readonly ScaleColumn[],
  domain: AgreementFigure['domain'],
  context: FigureContext,
): AgreementRow {
  const label = localized(table.subject.label, context)
  const group = table.groups[0]
  const cells = tableCells(table, columns, context)
  const positive = group && group.status !== 'hidden' ? group.positive : null
  const base = group && group.status !== 'hidden' ? group.base : null
  if (!group || group.status === 'hidden' || !positive || !base || group.cells.some(isHidden)) {
    return { label, status: 'hidden', why: whyHidden(group, context), cells }
  }
  const segments = agreementSegments(table, group.cells, domain, context)
  return {
    label,
    status: group.status,
    twoAnswers: hasTwoAnswers(table),
    segments,
    cells,
    positive: measured(positive),
    negative: percentOf(
      segments.filter((segment) => segment.step < 3).reduce((sum, segment) => sum + segment.share, 0),
    ),
    valid: base.valid,
    noOpinion: base.answered - base.valid,
    skipped: base.asked - base.answered,
  }
}

function tableCells(
  table: ReleasedTable,
  columns: readonly ScaleColumn[],
  context: FigureContext,
): readonly TableCell[] {
  const group = table.groups[0]
  const steps = scaleSteps(table.categories)
  const places = hasTwoAnswers(table)
    ? columns.map((column) => steps.indexOf(column.step))
    : leastFirst(table.categories)
  return places.map((place) => {
    const category = table.categories[place]
    if (!category) return { status: 'absent' }
    if (!group || group.status === 'hidden') return { status: 'hidden', why: whyHidden(group, context) }
    const cell = group.cells[place]
    if (!cell || cell.status === 'hidden')
      return { status: 'hidden', why: hiddenReason(cell?.reason ?? 'tooFew', context) }
    return {
      status: 'shown',
      label: localized(category.label, context),
      percent: percentOf(cell.share),
    }
  })
}

function isHidden(cell: ReleasedCell): boolean {
  return cell.status === 'hidden'
}

/** The reason of the group, else that of its first hidden cell that is hidden for its own sake. */
function whyHidden(group: ReleasedGroup | undefined, context: FigureContext): string {
  if (!group) return hiddenReason('tooFew', context)
  if (group.status === 'hidden') return hiddenReason(group.reason, context)
  const reasons = group.cells.flatMap((cell) => (cell.status === 'hidden' ? [cell.reason] : []))
  return hiddenReason(reasons.find((reason) => reason !== 'complementary') ?? reasons[0] ?? 'tooFew', context)
}
