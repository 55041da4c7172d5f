import { accountCountText } from './account-figure.ts'
import type { NumbersFigure, NumbersRow } from './numbers/numbers-figure.ts'
import { panelLabel } from './trend/trend-sentence.ts'
import { chartTexts, percentText } from './chart-texts.ts'
import type { AgreementFigure, ComparisonFigure, Figure } from './figure.ts'

/** The numbers of a chart as text, for who cannot see it; rows in their order, hidden ones with the reason. */
export function figureLabel(figure: Figure): string {
  const text = chartTexts(figure.language)
  const percent = (value: number): string => percentText(value, figure.language)
  switch (figure.kind) {
    case 'agreement':
      return agreementLabel(figure)
    case 'comparison':
      return comparisonLabel(figure)
    case 'distribution':
      return figure.rows
        .map((row) =>
          row.status === 'hidden'
            ? text('labelHidden', { label: `${row.label}.`, why: row.why })
            : text('labelBar', { label: row.label, percent: percent(row.value.percent) }),
        )
        .join(' ')
    case 'account':
      return figure.rows
        .map((row) => text('labelCount', { label: row.label, count: accountCountText(row, figure.language) }))
        .join(' ')
    case 'representation':
      return figure.rows
        .map((row) =>
          row.status === 'hidden'
            ? text('labelHidden', { label: `${row.label}.`, why: row.why })
            : text('labelPaired', {
                label: row.label,
                population: percent(row.population.percent),
                answers: percent(row.answers.percent),
                verdict: row.verdictText,
              }),
        )
        .join(' ')
    case 'trend':
      return figure.rows.map((row) => `${row.label} ${panelLabel(row, figure.language)}`).join(' ')
    case 'numbers':
      return figure.rows.map((row) => numbersLabel(row, figure)).join(' ')
  }
}

function numbersLabel(row: NumbersRow, { language, measure }: NumbersFigure): string {
  const text = chartTexts(language)
  if (row.status === 'hidden') return text('labelHidden', { label: `${row.label}.`, why: row.why })
  const number = (measure === 'duration' ? row.median : row.mean) ?? text('none')
  return row.whole
    ? text('labelBar', { label: row.label, percent: number })
    : text('labelGroup', { label: row.label, percent: number, verdict: row.verdictText })
}

function agreementLabel(figure: AgreementFigure): string {
  const text = chartTexts(figure.language)
  return figure.rows
    .map((row) =>
      row.status === 'hidden'
        ? text('labelHidden', { label: row.label, why: row.why })
        : text('labelAgreement', {
            label: row.label,
            percent: percentText(row.positive.percent, figure.language),
            side: row.twoAnswers
              ? (row.segments.find((segment) => segment.step > 3)?.label ?? '')
              : text('sidePositive', { agreeing: figure.agreeing ? 'yes' : 'no' }),
          }),
    )
    .join(' ')
}

function comparisonLabel(figure: ComparisonFigure): string {
  const text = chartTexts(figure.language)
  const everybody = figure.everybody
    ? [text('labelEverybody', { percent: percentText(figure.everybody.percent, figure.language) })]
    : []
  const rows = figure.rows.map((row) =>
    row.status === 'hidden'
      ? text('labelHidden', { label: `${row.label}.`, why: row.why })
      : text('labelGroup', {
          label: row.label,
          percent: percentText(row.value.percent, figure.language),
          verdict: row.verdictText,
        }),
  )
  return [...everybody, ...rows].join(' ')
}
