import { writtenLanguage, type Say } from '../chart-texts.ts'
import { unstopped } from '../localized.ts'
import type { NumbersFigure, NumbersRow } from './numbers-figure.ts'

/** What everybody has; and the groups that differ clearly, where there are any. */
export function numbersSentence(figure: NumbersFigure, text: Say): string {
  const whole = figure.rows.find((row) => row.whole)
  const clear = figure.rows.flatMap((row) =>
    row.status !== 'hidden' && (row.verdict === 'lower' || row.verdict === 'higher') ? [row] : [],
  )
  const opening = whole === undefined || whole.status === 'hidden' ? '' : wholeSentence(whole, figure, text)
  if (clear.length === 0) return opening === '' ? text('tooFewToSay') : opening
  const groups = new Intl.ListFormat(writtenLanguage(figure.language), { type: 'conjunction' }).format(
    clear.map(({ label, verdictText }) => `${label} (${verdictText})`),
  )
  return [opening, text('manyClear', { groups })].filter(Boolean).join(' ')
}

function wholeSentence(row: Exclude<NumbersRow, { status: 'hidden' }>, figure: NumbersFigure, text: Say): string {
  const subject = unstopped(figure.subject)
  if (figure.measure === 'duration') {
    if (row.median === null) return ''
    return row.ninetieth === null
      ? text('numbersWait', { subject, median: row.median })
      : text('numbersWaits', { subject, median: row.median, ninetieth: row.ninetieth })
  }
  return row.mean === null ? '' : text('numbersMeanOf', { subject, mean: row.mean })
}
