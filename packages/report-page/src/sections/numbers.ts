import { localized, percentText, writtenLanguage, type DataTable, type TableRow } from '@klankbord/charts'
import type { ReleasedNumberGroup, ReleasedNumbers, ShareEstimate } from '@klankbord/model'
import { dataTableHtml, tableBox } from '../data-table-html.ts'
import { html, type Html } from '../html.ts'
import type { ReportContent } from '../report-content.ts'

/** Grades, scales, numbers and durations, a table for each: everybody, and the groups of each breakdown. */
export function numbers(content: ReportContent): Html {
  const { publication, text, context } = content
  const all = publication.numbers ?? []
  const wholes = all.filter(({ by }) => by === null)
  if (wholes.length === 0) return html``
  const blurred = all.some(({ rounding }) => rounding === 'blurred')
  const blocks = wholes.map((whole) => {
    const table = tableOf(whole, all, content)
    const name = localized(whole.subject.label, context)
    return html`<h3>${name}</h3>
      ${tableBox(name, dataTableHtml(table, ''))}`
  })
  return html`<section id="numbers">
    <h2>${text('numbers')}</h2>
    <p class="text">${text('numbersIntro')}</p>
    ${blurred && html`<p class="text">${text('numbersRounded')}</p> `}${blocks}
  </section> `
}

function tableOf(whole: ReleasedNumbers, all: readonly ReleasedNumbers[], content: ReportContent): DataTable {
  const { text, context } = content
  const splits = all.filter(({ by, subject }) => by !== null && subject.name === whole.subject.name)
  const columns = columnsOf(whole, content)
  const rowOf = (group: ReleasedNumberGroup): TableRow => {
    const header = localized(group.label, context)
    if (group.status === 'hidden') return { header, cells: [], why: text('matrixHidden') }
    return { header, cells: columns.map(({ cell }) => cell(group)) }
  }
  const groups = splits.flatMap(({ by, groups: own }) =>
    own.map((group, at) => ({
      ...rowOf(group),
      ...(at === 0 && by !== null && { section: localized(by.label, context) }),
    })),
  )
  const everybody = whole.groups.map((group) => ({ ...rowOf(group), total: true }))
  const caption = [text(`numbersOf_${whole.measure}`), alphaText(whole, content)].filter(Boolean).join(' ')
  return { caption, head: [text('numbersGroup'), ...columns.map(({ head }) => head)], rows: [...groups, ...everybody] }
}

type ShownGroup = Exclude<ReleasedNumberGroup, { readonly status: 'hidden' }>

interface Column {
  readonly head: string
  readonly cell: (group: ShownGroup) => string
}

function columnsOf({ measure, rounding }: ReleasedNumbers, content: ReportContent): readonly Column[] {
  const { text, language } = content
  const none = text('numbersNone')
  const format = new Intl.NumberFormat(writtenLanguage(language), {
    maximumFractionDigits: rounding === 'exact' ? 1 : 2,
    minimumFractionDigits: rounding === 'exact' ? 1 : 0,
  })
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? none : format.format(value)
  const share = (estimate: ShareEstimate | undefined): string =>
    estimate ? percentText(Math.round(estimate.share * 100), language) : none
  const margin = ({ mean }: ShownGroup): string =>
    mean === null || mean.low === null
      ? none
      : text('numbersMargin', { low: number(mean.low), high: number(mean.high) })
  return [
    { head: text('numbersMean'), cell: ({ mean }) => number(mean?.estimate) },
    { head: text('numbersMarginHead'), cell: margin },
    ...(measure === 'duration'
      ? [
          { head: text('numbersMedian'), cell: ({ median }: ShownGroup) => number(median) },
          { head: text('numbersNinetieth'), cell: ({ ninetieth }: ShownGroup) => number(ninetieth) },
        ]
      : []),
    ...(measure === 'grade' && rounding === 'exact'
      ? [
          { head: text('numbersInsufficient'), cell: ({ insufficient }: ShownGroup) => share(insufficient) },
          { head: text('numbersGood'), cell: ({ good }: ShownGroup) => share(good) },
        ]
      : []),
    { head: text('numbersCompared'), cell: ({ verdict }) => text(`numbersVerdict_${verdict}`) },
    {
      head: text('answersHead'),
      cell: ({ n, status }) => (status === 'indicative' ? text('numbersFew', { count: n }) : String(n)),
    },
  ]
}

function alphaText({ alpha }: ReleasedNumbers, { text, language }: ReportContent): string {
  if (alpha === undefined) return ''
  const written = new Intl.NumberFormat(writtenLanguage(language), { minimumFractionDigits: 2 }).format(alpha)
  return text('numbersAlpha', { alpha: written })
}
