import { chartTexts, percentText } from '../chart-texts.ts'
import { escapeMarkup } from '../escape-markup.ts'
import type { Domain } from '../measured.ts'
import { plot } from '../plot-parts.ts'
import type { TrendFigure, TrendPanel, TrendRound } from './trend-figure.ts'
import { BOTTOM, HEIGHT, roundPlace, TOP } from './trend-place.ts'

const LINES = [0, 25, 50, 75, 100] as const

/**
 * The plot of one question: a point with its margin for each round, joined where both may be set beside each other, and a
 * dashed line where a round was asked otherwise. A round that is not shown leaves a gap.
 */
export function trendPlot({ domain, language }: TrendFigure, { rounds, status }: TrendPanel): string {
  if (status === 'hidden') return ''
  const at = (index: number): number => roundPlace(index, rounds.length)
  const grid = LINES.filter((value) => value >= domain.min && value <= domain.max).flatMap((value) => [
    `<line class="grid" x1="0" x2="100%" y1="${heightOf(value, domain)}" y2="${heightOf(value, domain)}"/>`,
    `<text class="soft" x="0" y="${heightOf(value, domain) - 4}">${value}</text>`,
  ])
  const breaks = rounds.flatMap(({ differs: [first] }, index) => {
    if (first === undefined) return []
    const x = Math.round(((at(index - 1) + at(index)) / 2) * 100) / 100
    const words = escapeMarkup(chartTexts(language)(`break_${first}`))
    const side = x < 35 ? '' : x > 65 ? ' end' : ' mid'
    return [
      `<line class="gap" x1="${x}%" x2="${x}%" y1="${TOP - 16}" y2="${BOTTOM}"/>`,
      `<text class="other${side}" x="${x}%" y="${TOP - 21}">${words}</text>`,
    ]
  })
  const lines = rounds.slice(1).flatMap((round, before) => {
    const [one, two] = [heightIn(rounds[before], domain), heightIn(round, domain)]
    if (one === null || two === null || round.differs.length > 0) return []
    const style = rounds[before]?.comparable ? 'mark tl' : 'mark tl old'
    return [`<line class="${style}" x1="${at(before)}%" x2="${at(before + 1)}%" y1="${one}" y2="${two}"/>`]
  })
  const points = rounds.flatMap((round, index) =>
    pointOf(round, at(index), index === rounds.length - 1, domain, language),
  )
  return plot(HEIGHT, [...grid, ...breaks, ...lines, ...points])
}

function pointOf(round: TrendRound, x: number, last: boolean, domain: Domain, language: string): readonly string[] {
  const name = `<text class="soft mid" x="${x}%" y="${HEIGHT - 8}">${escapeMarkup(round.short)}</text>`
  if (round.status === 'hidden')
    return [`<rect class="unseen" x="${x - 4}%" y="${TOP}" width="8%" height="${BOTTOM - TOP}"/>`, name]
  const [y, low, high] = [round.value.at, round.value.from, round.value.to].map((value) => heightOf(value, domain))
  const cap = (height: number | undefined): string =>
    `<svg x="${x}%" y="${height}" overflow="visible"><line class="mark iv" x1="-4" x2="4"/></svg>`
  return [
    `<line class="mark iv" x1="${x}%" x2="${x}%" y1="${low}" y2="${high}"/>`,
    cap(low),
    cap(high),
    `<circle class="mark mk${round.comparable ? '' : ' old'}${round.status === 'indicative' ? ' few' : ''}" cx="${x}%" cy="${y}" r="5"/>`,
    `<text class="mid${last ? ' now' : ''}" x="${x}%" y="${(high ?? 0) - 6}">${percentText(round.value.percent, language)}</text>`,
    name,
  ]
}

function heightIn(round: TrendRound | undefined, domain: Domain): number | null {
  return round === undefined || round.status === 'hidden' ? null : heightOf(round.value.at, domain)
}

/** The height of a value in pixels from above, with one decimal. */
function heightOf(value: number, { min, max }: Domain): number {
  return Math.round((BOTTOM - ((value - min) / (max - min)) * (BOTTOM - TOP)) * 10) / 10
}
