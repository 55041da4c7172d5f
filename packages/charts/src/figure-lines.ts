import { chartTexts, intervalText, percentText } from './chart-texts.ts'
import type { Figure } from './figure.ts'
import { sumLabel } from './figure-caption.ts'
import { figureMarks } from './figure-marks.ts'
import { unstopped } from './localized.ts'

/**
 * The numbers of a figure as lines to copy, each with its margin and how many answers: one for each row, of a trend for each
 * round. A hidden row has none.
 *
 * @example figureLines(figure)[0] // '“Mijn hulp is goed”, samen eens: 77%, marge 74 tot 79. 560 antwoorden.'
 */
export function figureLines(figure: Figure): readonly string[] {
  const { language } = figure
  const text = chartTexts(language)
  if (figure.kind === 'trend')
    return figureMarks(figure).flatMap((marks, at) =>
      marks.map((mark) => `${figure.rows[at]?.label ?? ''} ${mark.text}`),
    )
  if (figure.kind !== 'agreement') return figureMarks(figure).flatMap((marks) => marks.map((mark) => mark.text))
  const sum = sumLabel(figure.agreeing, language)
  return figure.rows.flatMap((row) => {
    if (row.status === 'hidden') return []
    return text('markShare', {
      label: text('lineAgreement', { statement: unstopped(row.label), sum }),
      share: percentText(row.positive.percent, language),
      interval: intervalText(row.positive, language),
      n: row.valid,
      few: row.status === 'indicative' ? 'yes' : 'no',
    })
  })
}
