import { accountCountText } from './account-figure.ts'
import { chartTexts, formatNumber, intervalText, percentText } from './chart-texts.ts'
import type {
  AccountFigure,
  AgreementFigure,
  ComparisonFigure,
  DistributionFigure,
  Figure,
  RepresentationFigure,
} from './figure.ts'
import type { DataTable } from './data-table.ts'
import { unstopped } from './localized.ts'
import { numbersTable } from './numbers/numbers-table.ts'
import { trendTable } from './trend/trend-table.ts'
import { sumLabel } from './figure-caption.ts'

/** The table of a figure: the same values in the same order as its chart. */
export function figureToTable(figure: Figure): DataTable {
  switch (figure.kind) {
    case 'agreement':
      return agreementTable(figure)
    case 'comparison':
      return comparisonTable(figure)
    case 'distribution':
      return distributionTable(figure)
    case 'account':
      return accountTable(figure)
    case 'representation':
      return representationTable(figure)
    case 'trend':
      return trendTable(figure)
    case 'numbers':
      return numbersTable(figure)
  }
}

function agreementTable(figure: AgreementFigure): DataTable {
  const { language } = figure
  const text = chartTexts(language)
  const tail = [
    sumLabel(figure.agreeing, language),
    text('columnMargin'),
    text('columnNoOpinion'),
    text('columnSkipped'),
    text('columnAnswers'),
  ]
  return {
    caption: text('tableAgreement'),
    head: [text('columnQuestion'), ...figure.columns.map((column) => column.label), ...tail],
    rows: figure.rows.map((row) => {
      const answers = row.cells.map((cell, index) => {
        if (cell.status !== 'shown') return text('none')
        const percent = percentText(cell.percent, language)
        return cell.label === figure.columns[index]?.label ? percent : `${percent} ${cell.label}`
      })
      if (row.status === 'hidden') {
        const known = row.cells.some((cell) => cell.status === 'shown')
        return { header: row.label, cells: known ? answers : [], why: row.why }
      }
      const counts = [row.noOpinion, row.skipped, row.valid].map((count) => formatNumber(count, language))
      const sum = [percentText(row.positive.percent, language), intervalText(row.positive, language)]
      return { header: row.label, cells: [...answers, ...sum, ...counts] }
    }),
  }
}

function comparisonTable(figure: ComparisonFigure): DataTable {
  const { language } = figure
  const text = chartTexts(language)
  const sizes = figure.rows.some((row) => row.population !== null)
  const size = (population: number | null): string[] =>
    sizes ? [population === null ? text('none') : formatNumber(population, language)] : []
  const rows = figure.rows.map((row) =>
    row.status === 'hidden'
      ? { header: row.label, cells: size(row.population), why: row.why }
      : {
          header: row.label,
          cells: [
            ...size(row.population),
            formatNumber(row.valid, language),
            percentText(row.value.percent, language),
            intervalText(row.value, language),
            row.verdictText,
          ],
        },
  )
  const { everybody } = figure
  const total = everybody && {
    header: text('rowEverybody'),
    cells: [
      ...size(null),
      formatNumber(everybody.valid, language),
      percentText(everybody.percent, language),
      intervalText(everybody, language),
      text('none'),
    ],
    total: true,
  }
  return {
    caption: text('tableComparison', { subject: unstopped(figure.subject), measure: figure.measure }),
    head: [
      text('columnGroup'),
      ...(sizes ? [text('columnPeople')] : []),
      text('columnAnswers'),
      text('columnPositive'),
      text('columnMargin'),
      text('columnCompared'),
    ],
    rows: total ? [...rows, total] : rows,
  }
}

function distributionTable(figure: DistributionFigure): DataTable {
  const { language } = figure
  const text = chartTexts(language)
  return {
    caption: text('tableDistribution', { subject: figure.subject }),
    head: [text('columnAnswer'), text('columnCount'), text('columnShare'), text('columnMargin')],
    rows: figure.rows.map((row) =>
      row.status === 'hidden'
        ? { header: row.label, cells: [], why: row.why }
        : {
            header: row.label,
            cells: [
              formatNumber(row.value.count, language),
              percentText(row.value.percent, language),
              intervalText(row.value, language),
            ],
          },
    ),
  }
}

function accountTable(figure: AccountFigure): DataTable {
  const { language } = figure
  const text = chartTexts(language)
  return {
    caption: text(figure.rows.some(({ step }) => step === 'invited') ? 'tableAccount' : 'tableAnswered'),
    head: [text('columnStep'), text('columnCount'), text('columnShare')],
    rows: figure.rows.map((row) => ({
      header: row.label,
      ...(row.section !== undefined && { section: row.section }),
      cells: [
        accountCountText(row, language),
        row.percent === null ? text('none') : percentText(row.percent, language),
      ],
    })),
  }
}

function representationTable(figure: RepresentationFigure): DataTable {
  const { language } = figure
  const text = chartTexts(language)
  return {
    caption: text('tableRepresentation'),
    head: [
      text('columnGroup'),
      text('columnPeople'),
      text('columnShareOfAll'),
      text('columnAnswers'),
      text('columnShareOfAnswers'),
      text('columnRate'),
    ],
    rows: figure.rows.map((row, index) => {
      const section = row.section === figure.rows[index - 1]?.section ? {} : { section: row.section }
      if (row.status === 'hidden') return { header: row.label, cells: [], why: row.why, ...section }
      const cells = [
        formatNumber(row.population.count, language),
        percentText(row.population.percent, language),
        formatNumber(row.answers.count, language),
        percentText(row.answers.percent, language),
        percentText(row.rate, language),
      ]
      return { header: row.label, cells, ...section }
    }),
  }
}
