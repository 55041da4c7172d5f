import { isCompared, type ReleasedGroup, type ReleasedTable } from '@klankbord/model'
import { chartTexts, eitherOf } from './chart-texts.ts'
import type { ComparisonFigure, ComparisonRow } from './figure.ts'
import type { FigureContext } from './figure-context.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { measured } from './whole-percent.ts'

/** Whether a table can be drawn as a comparison: split by something, with positive answers to compare on. */
export function isComparisonTable(table: ReleasedTable): boolean {
  return table.by !== null && table.kind === 'single' && table.categories.some((c) => c.tone === 'positive')
}

/**
 * The figure of one question split by a breakdown, groups in the order of the table.
 *
 * @param table a table for which `isComparisonTable` holds
 * @param everybody the table of the same question without the breakdown; its value is the dotted line
 */
export function comparisonFigure(
  table: ReleasedTable,
  everybody: ReleasedTable | undefined,
  context: FigureContext,
): ComparisonFigure {
  const all = everybody?.groups[0]
  return {
    kind: 'comparison',
    language: context.language,
    ...(context.weighted && { weighted: true }),
    ...(!isCompared(context.comparisons, table.subject.name, table.by?.name ?? '') && { uncompared: true }),
    name: table.id,
    subject: localized(table.subject.label, context),
    by: table.by ? localized(table.by.label, context) : '',
    measure: positiveAnswers(table, context),
    domain: { min: 0, max: 100 },
    everybody:
      all && all.status !== 'hidden' && all.positive ? { ...measured(all.positive), valid: all.base.valid } : null,
    rows: table.groups.map((group) => comparisonRow(group, table.groups, context)),
  }
}

/** The positive answers of a question as words: “agree” or “strongly agree”. */
export function positiveAnswers(table: ReleasedTable, context: FigureContext): string {
  const labels = table.categories.filter((c) => c.tone === 'positive').map((c) => localized(c.label, context))
  return eitherOf(labels, context.language)
}

function comparisonRow(
  group: ReleasedGroup,
  neighbours: readonly ReleasedGroup[],
  context: FigureContext,
): ComparisonRow {
  const label = localized(group.label, context)
  const { population } = group
  if (group.status === 'hidden') {
    return { label, status: 'hidden', why: hiddenReason(group.reason, context, neighbours), population }
  }
  if (!group.positive) {
    const cell = group.cells.find((candidate) => candidate.status === 'hidden')
    const reason = cell?.status === 'hidden' ? cell.reason : 'complementary'
    return { label, status: 'hidden', why: hiddenReason(reason, context), population }
  }
  const verdict = group.status === 'indicative' ? 'notTested' : group.verdict
  return {
    label,
    status: group.status,
    value: measured(group.positive),
    valid: group.base.valid,
    population,
    verdict,
    verdictText: chartTexts(context.language)(group.status === 'indicative' ? 'fewAnswers' : `verdict_${verdict}`),
  }
}
