import type { PublishedTrend, QuestionOverRounds, TrendBreak, TrendDifference, TrendPoint } from '@klankbord/model'
import { writtenLanguage } from '../chart-texts.ts'
import type { Domain, FigureContext, Measured } from '../figure.ts'
import { localized } from '../localized.ts'
import { measured } from '../whole-percent.ts'

/** One round of a question: its name, a short one for under the plot, and its share where that is shown. */
export type TrendRound = {
  readonly name: string
  readonly short: string
  /** In what it was not asked as the round before; empty where both may be set beside each other. */
  readonly differs: readonly TrendBreak[]
  /** Whether no break lies between it and the last. */
  readonly comparable: boolean
  /** The last beside this one, where that was tested. */
  readonly difference: TrendDifference | null
} & ({ readonly status: 'shown'; readonly value: Measured; readonly n: number } | { readonly status: 'hidden' })

/** One question over the rounds. */
export interface TrendPanel {
  readonly label: string
  /** In order of time. */
  readonly rounds: readonly TrendRound[]
}

/** The share of positive answers of each question over the rounds, all on one scale in points. */
export interface TrendFigure {
  readonly language: string
  readonly domain: Domain
  readonly panels: readonly TrendPanel[]
}

/** The figure of what went up or down since earlier rounds. */
export function trendFigure({ questions }: PublishedTrend, context: FigureContext): TrendFigure {
  const panels = questions.map((question) => panelOf(question, context))
  const shown = panels.flatMap(({ rounds }) => rounds.flatMap((one) => (one.status === 'shown' ? [one.value] : [])))
  const ends = shown.flatMap(({ from, to }) => [from, to])
  const domain = {
    min: Math.max(0, Math.floor(Math.min(100, ...ends) / 10) * 10),
    max: Math.min(100, Math.ceil(Math.max(0, ...ends) / 10) * 10),
  }
  return { language: context.language, domain: domain.max > domain.min ? domain : { min: 0, max: 100 }, panels }
}

function panelOf({ label, points, differences }: QuestionOverRounds, context: FigureContext): TrendPanel {
  const broken = points.findLastIndex(({ differs }) => differs.length > 0)
  const years = new Set(points.map(({ to }) => to.slice(0, 4)))
  const rounds = points.map((point, at): TrendRound => {
    const round = {
      name: localized(point.wave, context),
      short: years.size === points.length ? point.to.slice(0, 4) : monthOf(point, context),
      differs: point.differs,
      comparable: at >= broken,
      difference: differences.find(({ since }) => since === point.publication) ?? null,
    }
    if (point.status === 'hidden') return { ...round, status: 'hidden' }
    return { ...round, status: 'shown', value: measured(point.positive), n: point.n }
  })
  return { label: localized(label, context), rounds }
}

const WEEK = 7 * 86_400_000

/** The month of the Thursday of its last week, to which the whole week belongs. */
function monthOf({ to }: TrendPoint, { language }: FigureContext): string {
  const [year = '', week = ''] = to.split('-W')
  const fourth = new Date(`${year}-01-04T00:00:00Z`)
  const thursday = fourth.getTime() + (4 - (fourth.getUTCDay() || 7)) * 86_400_000 + (Number(week) - 1) * WEEK
  const format = new Intl.DateTimeFormat(writtenLanguage(language) === 'en' ? 'en-GB' : 'nl', {
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  })
  return format.format(new Date(thursday))
}
