import { describe, expect, it } from 'vitest'
import {
  accountFigure,
  agreementFigure,
  comparisonFigure,
  distributionFigure,
  figureLabel,
  figureToChartConfig,
  figureToSvg,
  figureToTable,
  onlyRow,
  percentText,
  placeOf,
  representationFigure,
  type Figure,
} from '@klankbord/charts'
import { changedTable, MISSING, samplePublication, TABLES } from '@klankbord/testing/sample-publication'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const tables = (...ids: readonly string[]) => ids.flatMap((id) => TABLES.filter((table) => table.id === id))
const { account } = samplePublication()

const figures: readonly Figure[] = [
  agreementFigure(tables('knew_where', 'quick', 'listened', 'knew_supporter'), context),
  ...tables('quick×district', 'good×age').map((table) => comparisonFigure(table, tables('quick')[0], context)),
  ...tables('contact').map((table) => distributionFigure(table, context)),
  accountFigure(account, context),
  ...[representationFigure(account, MISSING, context)].flatMap((figure) => figure ?? []),
]

/** The ends of the bars and dots of one row, in percent of the plot, as the SVG draws them. */
function drawnInSvg(svg: string): readonly number[] {
  const bars = [...svg.matchAll(/<rect class="mark[^"]*" x="([\d.]+)%"[^>]*width="([\d.]+)%"/g)]
  const lines = [...svg.matchAll(/<line class="mark iv" x1="([\d.]+)%" x2="([\d.]+)%"/g)]
  const dots = [...svg.matchAll(/<svg class="mark[^"]*" x="([\d.]+)%"/g)]
  return [
    ...bars.flatMap(([, x, width]) => [Number(x), Number(x) + Number(width)]),
    ...lines.flatMap(([, from, to]) => [Number(from), Number(to)]),
    ...dots.map(([, x]) => Number(x)),
  ]
}

/** The same of the Chart.js configuration, put on its own scale. */
function drawnByChart(figure: Figure, row: number): readonly number[] {
  const { data, options } = figureToChartConfig(figure)
  const scale = options?.scales?.['x']
  const domain = { min: Number(scale?.min), max: Number(scale?.max) }
  return data.datasets.flatMap((dataset) => {
    const mark = dataset.data[row]
    return mark ? [mark.x].flat().map((value) => placeOf(value, domain)) : []
  })
}

/** Places of one drawing that the other lacks; the SVG has two decimals. */
const missingIn = (other: readonly number[], places: readonly number[]): readonly number[] =>
  places.filter((place) => !other.some((candidate) => Math.abs(candidate - place) < 0.03))

describe.each(figures.map((figure) => [`${figure.kind} ${figure.name}`, figure] as const))('%s', (_name, figure) => {
  it('draws the same places on the same scale in SVG and in Chart.js', () => {
    const plots = figureToSvg(figure)
    expect(plots).toHaveLength(figure.rows.length)
    for (const [index, row] of figure.rows.entries()) {
      const svg = drawnInSvg(plots[index] ?? '')
      const chart = drawnByChart(figure, index)
      expect(svg.length > 0).toBe(row.status !== 'hidden')
      expect([missingIn(chart, svg), missingIn(svg, chart)]).toEqual([[], []])
    }
  })

  it('has the same rows in the same order everywhere', () => {
    const labels = figure.rows.map(({ label }) => label)
    expect(figureToChartConfig(figure).data.labels).toEqual(labels)
    const rows = figureToTable(figure).rows.filter((row) => !row.total)
    expect(rows.map(({ header }) => header)).toEqual(labels)
    const words = figureLabel(figure)
    const places = labels.map((label) => words.indexOf(label))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('writes the same percentages in its table, its text and its row alone', () => {
    for (const [index, row] of figure.rows.entries()) {
      if (row.status === 'hidden') continue
      const percent = 'value' in row ? row.value.percent : 'positive' in row ? row.positive.percent : null
      if (percent === null) continue
      const words = percentText(percent, 'nl')
      expect(figureToTable(figure).rows[index]?.cells).toContain(words)
      expect(figureLabel(figure)).toContain(words)
      expect(figureToSvg(onlyRow(figure, index))[0]).toBe(figureToSvg(figure)[index])
    }
  })
})

it('escapes what an author wrote', () => {
  const [supporter] = tables('knew_supporter')
  if (!supporter) throw new Error('expected a table')
  const categories = supporter.categories.map((category) => ({ ...category, label: { nl: '<b>&"' } }))
  const [svg] = figureToSvg(agreementFigure([changedTable(supporter, { categories })], context))
  expect(svg).toContain('&lt;b&gt;&amp;&quot; 61')
  expect(svg).not.toContain('<b>')
})
