import {
  intervalText,
  localized,
  measured,
  percentText,
  positiveAnswers,
  singleStop,
  unstopped,
  type Measured,
} from '@klankbord/charts'
import type { ReleasedTable } from '@klankbord/model'
import { clearGroups, leadingTable, type ClearGroup } from './headline.ts'
import type { PlacedFigure } from './placed-figure.ts'
import type { ReportContent } from './report-content.ts'

/** One of the things to know: a number, what it says, and where it comes from. */
export interface ThingToKnow {
  readonly percent: string
  readonly words: string
  readonly note: string
  readonly source: string
  readonly figure: { readonly id: string; readonly number: number }
}

const MOST = 3

/** A question of everybody with its positive answers and its figure. */
interface Shown {
  readonly table: ReleasedTable
  readonly value: Measured
  readonly valid: number
  readonly figure: PlacedFigure
}

/**
 * At most three things, chosen by a fixed rule and never by the height of a score: the leading question; the first
 * clear difference, a lower one before a higher one; the first question on which clearly less than half are
 * positive; and to fill up the first question of each theme, all in questionnaire order.
 */
export function thingsToKnow(content: ReportContent): readonly ThingToKnow[] {
  const shown = shownQuestions(content)
  const leading = leadingTable(content)
  const difference = clearGroups(content, 'lower')[0] ?? clearGroups(content, 'higher')[0]
  const first = shown.find(({ table }) => table === leading)
  const least = shown.find((question) => question !== first && question.value.to < 50)
  const used = new Set([first, least])
  const fillers = shown.filter((question, place) => {
    const theme = question.table.subject.theme
    return !used.has(question) && shown.findIndex(({ table }) => table.subject.theme === theme) === place
  })
  return [
    ...(first ? [questionThing(first, content)] : []),
    ...(difference ? [groupThing(difference, content)] : []),
    ...(least ? [questionThing(least, content)] : []),
    ...fillers.map((question) => questionThing(question, content)),
  ].slice(0, MOST)
}

function shownQuestions(content: ReportContent): readonly Shown[] {
  const figures = content.themes.flatMap((theme) => theme.figures)
  return content.publication.tables.flatMap((table) => {
    const group = table.by === null ? table.groups[0] : undefined
    const figure = figures.find(({ questions }) => questions.includes(table.subject.name))
    if (!group || group.status === 'hidden' || !group.positive || !figure) return []
    const { valid } = group.base
    return [{ table, value: measured(group.positive), valid, figure }]
  })
}

function questionThing({ table, value, valid, figure }: Shown, content: ReportContent): ThingToKnow {
  const { text, context, language } = content
  const statement = unstopped(localized(table.subject.label, context))
  return {
    percent: percentText(value.percent, language),
    words: singleStop(
      table.subject.scale === 'agreement'
        ? text('knowPositive', { statement })
        : text('knowAnswer', { statement, measure: positiveAnswers(table, context) }),
    ),
    note: value.to < 50 ? text('knowLeast') : '',
    source: text('knowSource', { interval: intervalText(value, language), count: valid }),
    figure,
  }
}

function groupThing(
  { question, subject, row, everybody, id, number }: ClearGroup,
  content: ReportContent,
): ThingToKnow {
  const { text, context, language, publication } = content
  const table = publication.tables.find((candidate) => candidate.by === null && candidate.subject.name === question)
  const statement = unstopped(subject)
  const words =
    table?.subject.scale === 'agreement' || !table
      ? text('knowPositive', { statement })
      : text('knowAnswer', { statement, measure: positiveAnswers(table, context) })
  const notes = [
    text(row.verdict === 'lower' ? 'knowLower' : 'knowHigher'),
    ...(everybody ? [text('knowEverybody', { percent: percentText(everybody.percent, language) })] : []),
  ]
  return {
    percent: percentText(row.value.percent, language),
    words: singleStop(text('knowGroup', { group: row.label, words })),
    note: notes.join(' '),
    source: text('knowSource', { interval: intervalText(row.value, language), count: row.valid }),
    figure: { id, number },
  }
}
