import type { PublishedTrend, TrendBreak, TrendDifference, TrendPoint } from '@klankbord/model'
import { figureSentence, figureToSvg, figureToTable, panelSentence, trendFigure } from '@klankbord/charts'
import { wilson } from '@klankbord/testing/sample-publication'
import { describe, expect, it } from 'vitest'

const context = { language: 'nl', fallback: 'nl', leastGroup: 10 }

function pointIn(year: number, percent: number | null, differs: readonly TrendBreak[] = []): TrendPoint {
  const round = {
    publication: `p${year}`,
    wave: { nl: `Ronde ${year}` },
    from: `${year}-W07`,
    to: `${year}-W17`,
    differs,
  }
  if (percent === null) return { ...round, status: 'hidden' }
  return { ...round, status: 'shown', n: 500, positive: wilson(percent * 5, 500) }
}

const differenceSince = (year: number, points: number, verdict: TrendDifference['verdict']): TrendDifference => ({
  since: `p${year}`,
  difference: points / 100,
  low: points / 100 - 0.04,
  high: points / 100 + 0.04,
  verdict,
})

interface Asked {
  readonly points: readonly TrendPoint[]
  readonly differences?: readonly TrendDifference[]
}

function trendWith(...questions: readonly Asked[]) {
  const told: PublishedTrend = {
    questions: questions.map(({ points, differences = [] }, at) => ({
      question: `q${at}`,
      label: { nl: `Vraag ${at}` },
      points,
      differences,
    })),
    comparisons: { made: 1, clear: 0, leastDifference: 0.05 },
  }
  const figure = trendFigure(told, context)
  const [panel] = figure.rows
  if (panel === undefined) throw new Error('expected a panel')
  return { figure, panel, said: panelSentence(panel, 'nl'), svg: figureToSvg(figure)[0] ?? '' }
}

const RISEN = { points: [pointIn(2025, 60), pointIn(2026, 74)], differences: [differenceSince(2025, 14, 'higher')] }
const FALLEN = { points: [pointIn(2025, 60), pointIn(2026, 50)], differences: [differenceSince(2025, -10, 'lower')] }
const STAYED = {
  points: [pointIn(2025, 60), pointIn(2026, 61)],
  differences: [differenceSince(2025, 1, 'noClearDifference')],
}
const BROKEN = { points: [pointIn(2025, 60), pointIn(2026, 90, ['wording', 'people'])] }

describe('one question over the rounds', () => {
  it('is said to be clearly higher or lower only where that was found', () => {
    expect(trendWith(RISEN).said).toBe('Duidelijk hoger dan in de ronde “Ronde 2025”: 60% toen, 74% nu.')
    expect(trendWith(FALLEN).said).toBe('Duidelijk lager dan in de ronde “Ronde 2025”: 60% toen, 50% nu.')
    expect(trendWith(STAYED).said).toBe('Geen duidelijk verschil met de ronde “Ronde 2025”.')
  })

  it('is not compared across a break, by words or by a line', () => {
    const { said, svg, figure } = trendWith(BROKEN)
    expect(said).toBe('Niet te vergelijken met eerder: andere vraag en andere mensen.')
    expect(svg).toContain('class="gap"')
    expect(svg).not.toContain('class="mark tl')
    expect(figureSentence(figure)).toBe('Wij kunnen dit keer niet met eerdere rondes vergelijken.')
  })

  it('joins the rounds behind a break, and says what lies before it', () => {
    const points = [pointIn(2024, 70), pointIn(2025, 60, ['scale']), pointIn(2026, 74)]
    const { said, svg } = trendWith({ ...RISEN, points })
    expect(said).toContain('Wat vóór de ronde “Ronde 2025” was, is niet te vergelijken: andere antwoorden.')
    expect(svg.match(/class="mark tl"/g)).toHaveLength(1)
    expect(svg.match(/class="mark mk old"/g)).toHaveLength(1)
  })

  it('leaves a gap for a round that is not shown, and names no number of it', () => {
    const { said, svg, figure } = trendWith({ points: [pointIn(2024, 60), pointIn(2025, null), pointIn(2026, 74)] })
    expect(said).toBe('Het cijfer van de ronde “Ronde 2025” laten wij niet zien. Daarom vergelijken wij niet.')
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).not.toContain('class="mark tl')
    expect(figureToTable(figure).rows[1]).toEqual({ header: 'Ronde 2025', cells: [], why: 'niet getoond' })
  })

  it('has two rounds of one year apart by their months', () => {
    const spring = { ...pointIn(2026, 60), publication: 'spring' }
    const autumn = { ...pointIn(2026, 61), from: '2026-W36', to: '2026-W40' }
    expect(trendWith({ points: [spring, autumn] }).panel.rounds.map(({ short }) => short)).toEqual(['apr 26', 'okt 26'])
  })
})

describe('all questions together', () => {
  it('are summed up in one sentence', () => {
    const sentenceOf = (...all: readonly Asked[]) => figureSentence(trendWith(...all).figure)
    expect(sentenceOf(RISEN, STAYED, BROKEN)).toBe(
      'Een van de twee vragen kreeg duidelijk vaker een positief antwoord dan de vorige keer.',
    )
    expect(sentenceOf(RISEN, FALLEN)).toContain('Een kreeg duidelijk minder vaak een positief antwoord.')
    expect(sentenceOf(STAYED)).toBe('De vraag die wij konden vergelijken, is niet duidelijk anders dan de vorige keer.')
    expect(sentenceOf(STAYED, STAYED)).toBe(
      'Van de 2 vragen die wij konden vergelijken, is geen duidelijk anders dan de vorige keer.',
    )
  })

  it('stand in one table with the difference in points', () => {
    const { rows } = figureToTable(trendWith(RISEN, BROKEN).figure)
    expect(rows.map(({ section }) => section)).toEqual(['Vraag 0', undefined, 'Vraag 1', undefined])
    expect(rows[0]?.cells).toEqual(['500', '60%', '57 tot 63', '+14 (+10 tot +18)', '–'])
    expect(rows[3]?.cells.at(-1)).toBe('andere vraag en andere mensen')
  })

  it('are drawn on one scale that holds all their margins', () => {
    const { figure } = trendWith(RISEN, BROKEN)
    expect(figure.domain).toEqual({ min: 50, max: 100 })
    for (const svg of figureToSvg(figure))
      for (const [, y] of svg.matchAll(/ c?y[12]?="([\d.]+)"/g)) expect(Number(y)).toBeLessThan(220)
  })
})
