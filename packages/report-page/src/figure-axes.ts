import {
  chartTexts,
  escapeMarkup,
  percentText,
  placeOf,
  plot,
  type AgreementFigure,
  type ComparisonFigure,
  type NumbersFigure,
} from '@klankbord/charts'

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

/** Words for everybody above the dotted line. */
export function comparisonHead({ everybody, domain }: ComparisonFigure | NumbersFigure, said: string): string {
  if (everybody === null) return plot(20, [])
  const at = placeOf(typeof everybody === 'number' ? everybody : everybody.at, domain)
  const side = at > 80 ? 'end' : at < 20 ? '' : 'mid'
  return plot(20, [words(side, `${at}%`, said)])
}

/** The numbers under the lines of a figure of numbers. */
export function numbersAxis({ ticks, domain }: NumbersFigure): string {
  return plot(
    20,
    ticks.map(({ at, text }, index) => {
      const side = index === 0 ? 'first' : index === ticks.length - 1 ? 'last' : ''
      return words(`soft mid ${side}`.trim(), `${placeOf(at, domain)}%`, text)
    }),
  )
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
