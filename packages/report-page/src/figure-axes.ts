import {
  chartTexts,
  escapeMarkup,
  percentText,
  placeOf,
  plot,
  type AgreementFigure,
  type ComparisonFigure,
} from '@klankbord/charts'
import type { Translate } from '@klankbord/model'
import type { ReportMessage } from './report-texts.ts'

const LINES = [0, 25, 50, 75, 100] as const

/** The names of both sides around zero, and of the middle column. */
export function agreementHead(figure: AgreementFigure): string {
  const text = chartTexts(figure.language)
  const agreeing = figure.agreeing ? 'yes' : 'no'
  const zero = placeOf(0, figure.domain)
  const middle = figure.domain.middle
  const hasMiddle = middle !== null && figure.columns.some((column) => column.step === 3)
  return plot(20, [
    words('side end', `${zero}%`, text('sideNegative', { agreeing }), -8),
    words('side', `${zero}%`, text('sidePositive', { agreeing }), 8),
    ...(hasMiddle
      ? [
          words('soft desk', `${placeOf(middle, figure.domain)}%`, text('middle')),
          words('soft end ph', '100%', text('middle')),
        ]
      : []),
  ])
}

/** The value of everybody above the dotted line. */
export function comparisonHead(figure: ComparisonFigure, text: Translate<ReportMessage>): string {
  if (!figure.everybody) return plot(20, [])
  const at = placeOf(figure.everybody.at, figure.domain)
  const side = at > 80 ? 'end' : at < 20 ? '' : 'mid'
  const percent = percentText(figure.everybody.percent, figure.language)
  return plot(20, [words(side, `${at}%`, text('everybodyAt', { percent }))])
}

/** The numbers under the lines. */
export function comparisonAxis(figure: ComparisonFigure): string {
  return plot(
    20,
    LINES.map((value) => {
      const ends = value === 0 || value === 100
      const label = ends ? percentText(value, figure.language) : String(value)
      const side = value === 0 ? 'first' : value === 100 ? 'last' : ''
      return words(`soft mid ${side}`.trim(), `${placeOf(value, figure.domain)}%`, label)
    }),
  )
}

function words(className: string, x: string, label: string, shift = 0): string {
  const dx = shift === 0 ? '' : ` dx="${shift}"`
  return `<text class="${className}" x="${x}"${dx} y="14">${escapeMarkup(label)}</text>`
}
