import type {
  LanguageCode,
  PublishedTrend,
  QuestionOverRounds,
  TrendBreak,
  TrendDifference,
  TrendPoint,
} from '@klankbord/model'
import { chartTexts, writtenLanguage } from '../chart-texts.ts'
import type { Domain, HiddenRow, Measured } from '../measured.ts'
import type { FigureContext } from '../figure-context.ts'
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
} & (
  | { readonly status: 'shown' | 'indicative'; readonly value: Measured; readonly n: number }
  | { readonly status: 'hidden' }
)

/** One question over the rounds, in order of time; hidden when no round of it is shown. */
export type TrendPanel = ({ readonly label: string; readonly status: 'shown' } | HiddenRow) & {
  readonly rounds: readonly TrendRound[]
}

/** The share of positive answers of each question over the rounds, all on one scale in points. */
export interface TrendFigure {
  readonly kind: 'trend'
  readonly language: LanguageCode
  readonly name: string
  readonly domain: Domain
  readonly rows: readonly TrendPanel[]
}

/** The figure of what went up or down since earlier rounds. */
export function trendFigure({ questions }: PublishedTrend, context: FigureContext): TrendFigure {
  const panels = questions.map((question) => panelOf(question, context))
  const shown = panels.flatMap(({ rounds }) => rounds.flatMap((one) => (one.status === 'hidden' ? [] : [one.value])))
  const ends = shown.flatMap(({ from, to }) => [from, to])
  const domain = {
    min: Math.max(0, Math.floor(Math.min(100, ...ends) / 10) * 10),
    max: Math.min(100, Math.ceil(Math.max(0, ...ends) / 10) * 10),
  }
  return {
    kind: 'trend',
    language: context.language,
    name: 'trend',
    domain: domain.max > domain.min ? domain : { min: 0, max: 100 },
    rows: panels,
  }
}

/** As every policy has it that says nothing else. */
const INDICATIVE_BELOW = 30

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
    const few = point.n < (context.indicativeBelow ?? INDICATIVE_BELOW)
    return { ...round, status: few ? 'indicative' : 'shown', value: measured(point.positive), n: point.n }
  })
  const called = localized(label, context)
  if (rounds.some(({ status }) => status !== 'hidden')) return { label: called, status: 'shown', rounds }
  return { label: called, status: 'hidden', why: chartTexts(context.language)('notShown'), rounds }
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
