import {
  agreementFigure,
  figureLabel,
  figureMarks,
  figureSentence,
  figureToChartConfigs,
  figureToSvg,
  figureToTable,
  percentText,
  type Figure,
  type TrendFigure,
} from '@klankbord/charts'
import { changedTable, TABLES } from '@klankbord/testing/sample-publication'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { drawnByChart, drawnInSvg, missingIn } from './drawn.ts'
import { FIGURES } from './random-figures.ts'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }
const tables = (...ids: readonly string[]) => ids.flatMap((id) => TABLES.filter((table) => table.id === id))
const RUNS = { numRuns: 40 * inject('sampleFactor'), seed: 20261124 }

/** The numbers that a row shows, as they are written. */
function writtenIn(figure: Figure, row: number): readonly string[] {
  const percent = (value: number): string => percentText(value, figure.language)
  switch (figure.kind) {
    case 'agreement':
    case 'comparison':
    case 'distribution': {
      const one = figure.rows[row]
      if (one === undefined || one.status === 'hidden') return []
      return [percent('value' in one ? one.value.percent : one.positive.percent)]
    }
    case 'account':
      return [new Intl.NumberFormat(figure.language).format(figure.rows[row]?.count ?? 0)]
    case 'representation': {
      const one = figure.rows[row]
      return one === undefined || one.status === 'hidden'
        ? []
        : [percent(one.population.percent), percent(one.answers.percent)]
    }
    case 'trend':
      return (figure.rows[row]?.rounds ?? []).flatMap((one) =>
        one.status === 'hidden' ? [] : [percent(one.value.percent)],
      )
    case 'numbers': {
      const one = figure.rows[row]
      if (one === undefined || one.status === 'hidden') return []
      return [(figure.measure === 'duration' ? one.median : one.mean) ?? '–']
    }
  }
}

/** Rows of the table that belong to a row of the figure: a trend has one for each round. */
function tableOfRow(figure: Figure, row: number): string {
  const { rows } = figureToTable(figure)
  const own = rows.filter(({ total }) => total !== true)
  if (figure.kind !== 'trend') return JSON.stringify(own[row])
  const before = figure.rows.slice(0, row).reduce((sum, { rounds }) => sum + rounds.length, 0)
  return JSON.stringify(own.slice(before, before + (figure.rows[row]?.rounds.length ?? 0)))
}

/** The rounds of all questions of a trend, in order. */
function roundsOf({ rows }: TrendFigure): readonly string[] {
  return rows.flatMap(({ rounds }) => rounds.map(({ name }) => name))
}

describe.each(Object.entries(FIGURES))('any figure of the kind %s', (kind, figures) => {
  it('draws the same places on the same scale in SVG and in Chart.js, and nothing of a hidden row', () => {
    fc.assert(
      fc.property(figures as fc.Arbitrary<Figure>, (figure) => {
        const plots = figureToSvg(figure)
        expect(plots).toHaveLength(figure.rows.length)
        expect(figureToChartConfigs(figure)).toHaveLength(figure.rows.length)
        for (const [index, row] of figure.rows.entries()) {
          const [svg, chart] = [drawnInSvg(plots[index] ?? ''), drawnByChart(figure, index)]
          expect(row.status === 'hidden' ? [...svg, ...chart] : []).toEqual([])
          expect([missingIn(chart, svg), missingIn(svg, chart)]).toEqual([[], []])
        }
      }),
      RUNS,
    )
  })

  it('has the same rows in the same order in chart, table, text and marks', () => {
    fc.assert(
      fc.property(figures as fc.Arbitrary<Figure>, (figure) => {
        const labels = figure.rows.map(({ label }) => label)
        const rows = figureToTable(figure).rows.filter((row) => row.total !== true)
        const named = kind === 'trend' ? rows.flatMap(({ section }) => section ?? []) : rows.map(({ header }) => header)
        expect(named).toEqual(labels)
        const charted = figureToChartConfigs(figure).flatMap(({ data }) => data.labels ?? [])
        expect(charted).toEqual(figure.kind === 'trend' ? roundsOf(figure) : labels)
        const words = figureLabel(figure)
        let from = 0
        for (const label of labels) {
          const place = words.indexOf(label, from)
          expect(place).toBeGreaterThanOrEqual(from)
          from = place + label.length
        }
        expect(figureMarks(figure).map((marks) => marks.length > 0 || 'none')).toEqual(
          figure.rows.map((row, at) =>
            row.status !== 'hidden' && drawnByChart(figure, at).length > 0 ? true : 'none',
          ),
        )
      }),
      RUNS,
    )
  })

  it('writes the same numbers in table, text and marks', () => {
    fc.assert(
      fc.property(figures as fc.Arbitrary<Figure>, (figure) => {
        const marks = figureMarks(figure)
        for (const [index, row] of figure.rows.entries()) {
          for (const words of writtenIn(figure, index)) {
            expect(tableOfRow(figure, index)).toContain(words)
            expect(figureLabel(figure)).toContain(words)
            const said = (marks[index] ?? []).map(({ text }) => text).join(' ')
            const isSaid = row.status !== 'hidden' && kind !== 'agreement' && said !== ''
            expect(isSaid ? said : words).toContain(words)
          }
        }
      }),
      RUNS,
    )
  })

  it('says a sentence whose percentages its table has', () => {
    fc.assert(
      fc.property(figures as fc.Arbitrary<Figure>, (figure) => {
        const sentence = figureSentence(figure)
        expect(sentence).toMatch(/[.?!”]$/)
        if (kind === 'account') return
        const table = JSON.stringify(figureToTable(figure))
        for (const [percent] of sentence.matchAll(/\d+%/g)) expect(table).toContain(percent)
      }),
      RUNS,
    )
  })

  it('keeps all marks within its plot', () => {
    fc.assert(
      fc.property(figures as fc.Arbitrary<Figure>, (figure) => {
        for (const { from, to } of figureMarks(figure).flat()) {
          expect(from).toBeGreaterThanOrEqual(-0.01)
          expect(to).toBeLessThanOrEqual(100.01)
          expect(from).toBeLessThanOrEqual(to)
        }
      }),
      RUNS,
    )
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
