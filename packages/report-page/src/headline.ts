import { localized, positiveAnswers, positiveSentence, unstopped, type ComparisonFigure } from '@klankbord/charts'
import type { ReleasedTable } from '@klankbord/model'
import type { ReportContent } from './report-content.ts'

/** A group that is clearly lower or higher than the others on a question. */
export interface ClearGroup {
  readonly question: string
  readonly subject: string
  readonly row: Exclude<ComparisonFigure['rows'][number], { status: 'hidden' }>
  readonly everybody: ComparisonFigure['everybody']
  readonly number: number
  readonly id: string
}

/**
 * The finding as the heading of the page: how many people are positive on the leading question, and then the one
 * group that is clearly behind, when there is exactly one.
 */
export function headline(content: ReportContent): string {
  const { publication, text } = content
  const table = leadingTable(content)
  const opening = table && tableSentence(table, content)
  if (!opening) return text('headlineNone', { count: publication.account.answered })
  const lower = clearGroups(content, 'lower')
  const onLeading = lower.filter((group) => group.question === table.subject.name)
  const [behind] = onLeading.length > 0 ? onLeading : lower
  if (!behind || onLeading.length > 1 || (onLeading.length === 0 && lower.length > 1)) return opening
  const group = behind.row.label
  const second =
    onLeading.length === 1
      ? text('groupBehind', { group })
      : text('groupBehindOn', { group, statement: unstopped(behind.subject) })
  return `${opening} ${second}`
}

/** The table of everybody for the question that leads the page. */
export function leadingTable(content: ReportContent): ReleasedTable | undefined {
  const { headline: name, tables } = content.publication
  return tables.find((table) => table.by === null && table.subject.name === name)
}

/** The groups with this verdict, in the order of breakdowns and of the questionnaire. */
export function clearGroups(content: ReportContent, verdict: 'lower' | 'higher'): readonly ClearGroup[] {
  return content.breakdowns.flatMap((breakdown) =>
    breakdown.figures.flatMap(({ figure, number, id, questions }) =>
      figure.rows.flatMap((row) =>
        row.status !== 'hidden' && row.verdict === verdict
          ? [{ question: questions[0] ?? '', subject: figure.subject, row, everybody: figure.everybody, number, id }]
          : [],
      ),
    ),
  )
}

function tableSentence(table: ReleasedTable, { context, language }: ReportContent): string | null {
  const group = table.groups[0]
  if (!group || group.status === 'hidden' || !group.positive) return null
  const question = {
    statement: localized(table.subject.label, context),
    agreeing: table.subject.scale === 'agreement',
    measure: positiveAnswers(table, context),
  }
  return positiveSentence(question, group.positive.share, language)
}
