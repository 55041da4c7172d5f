import type { LanguageCode, NumberMeasure, ReleasedNumberGroup, ReleasedNumbers } from '@klankbord/model'
import { chartTexts, writtenLanguage } from '../chart-texts.ts'
import type { Domain, HiddenRow } from '../measured.ts'
import type { FigureContext } from '../figure-context.ts'
import { hiddenReason } from '../hidden-reason.ts'
import { localized } from '../localized.ts'
import { numberFormat } from './number-format.ts'

/** What stands for a group: its mean with its interval, or of a duration its median and up to where nine of ten are. */
export interface NumberMark {
  readonly at: number
  /** Equal to `at` where there is no interval. */
  readonly from: number
  readonly to: number
}

/** A group with its number. Texts are written in the language of the figure; null where there is nothing to write. */
export type NumbersRow =
  | {
      readonly label: string
      /** Starts the groups of a breakdown under its name. */
      readonly section?: string
      readonly status: 'shown' | 'indicative'
      /** The group of everybody. */
      readonly whole: boolean
      /** Null where no number of it can be told. */
      readonly mark: NumberMark | null
      readonly n: number
      readonly verdict: 'higher' | 'lower' | 'noClearDifference' | 'notTested'
      readonly verdictText: string
      readonly mean: string | null
      readonly margin: string | null
      readonly median: string | null
      readonly ninetieth: string | null
      /** Shares of grades of 5 and lower, and of 8 and higher, in whole percents. */
      readonly insufficient: number | null
      readonly good: number | null
    }
  | (HiddenRow & { readonly section?: string; readonly whole: boolean })

/** A grade, score, number or duration: a dot with its line for everybody and for each group of each breakdown. */
export interface NumbersFigure {
  readonly kind: 'numbers'
  readonly language: LanguageCode
  /** There where its means are weighted. */
  readonly weighted?: true
  /** Id of the numbers of everybody. */
  readonly name: string
  readonly subject: string
  readonly measure: NumberMeasure
  /** Whether numbers are rounded so that they tell of nobody. */
  readonly blurred: boolean
  readonly domain: Domain
  /** Where lines with a number stand behind the dots. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  /** Where everybody stands; null when that is not told. */
  readonly everybody: number | null
  /** Cronbach's alpha as it is written; null where it was not reckoned. */
  readonly alpha: string | null
  readonly rows: readonly NumbersRow[]
}

/**
 * The figure of one question or scale that is a number: everybody first, and then the groups of each breakdown in the order
 * of their tables.
 *
 * @param whole the numbers of everybody
 * @param splits the numbers of the same subject by breakdowns
 */
export function numbersFigure(
  whole: ReleasedNumbers,
  splits: readonly ReleasedNumbers[],
  context: FigureContext,
): NumbersFigure {
  const { language } = context
  const rows = [whole, ...splits].flatMap((numbers) => rowsOf(numbers, context))
  const domain = domainOf(whole, rows)
  const format = numberFormat('plain', language)
  const alpha = new Intl.NumberFormat(writtenLanguage(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const [first] = rows
  return {
    kind: 'numbers',
    language,
    ...(context.weighted && { weighted: true }),
    name: whole.id,
    subject: localized(whole.subject.label, context),
    measure: whole.measure,
    blurred: [whole, ...splits].some(({ rounding }) => rounding === 'blurred'),
    domain,
    ticks: ticksOf(domain).map((at) => ({ at, text: format(at) })),
    everybody: first === undefined || first.status === 'hidden' ? null : (first.mark?.at ?? null),
    alpha: whole.alpha === undefined ? null : alpha.format(whole.alpha),
    rows,
  }
}

function rowsOf(numbers: ReleasedNumbers, context: FigureContext): readonly NumbersRow[] {
  const { by, groups } = numbers
  return groups.map((group, at) => ({
    ...rowOf(group, numbers, context),
    ...(at === 0 && by !== null && { section: localized(by.label, context) }),
  }))
}

function rowOf(
  group: ReleasedNumberGroup,
  { by, groups, measure, rounding }: ReleasedNumbers,
  context: FigureContext,
): NumbersRow {
  const { language } = context
  const text = chartTexts(language)
  const label = localized(group.label, context)
  const whole = by === null
  if (group.status === 'hidden')
    return { label, status: 'hidden', why: hiddenReason(group.reason, context, groups), whole }
  const { mean, median = null, ninetieth = null, insufficient, good, n, status } = group
  const verdict = status === 'indicative' ? 'notTested' : group.verdict
  const format = numberFormat(rounding, language)
  const written = (value: number | null): string | null => (value === null ? null : format(value))
  const margin =
    mean === null || mean.low === null || mean.high === null
      ? null
      : text('interval', { low: format(mean.low), high: format(mean.high) })
  return {
    label,
    status,
    whole,
    mark: measure === 'duration' ? waitMark(median, ninetieth) : meanMark(mean),
    n,
    verdict,
    verdictText: whole ? '' : text(status === 'indicative' ? 'fewAnswers' : `verdict_${verdict}`),
    mean: written(mean?.estimate ?? null),
    margin,
    median: written(median),
    ninetieth: written(ninetieth),
    insufficient: percentOrNull(insufficient),
    good: percentOrNull(good),
  }
}

function percentOrNull(estimate: { readonly share: number } | undefined): number | null {
  return estimate === undefined ? null : Math.floor(estimate.share * 100 + 0.5)
}

function meanMark(mean: Exclude<ReleasedNumberGroup, { status: 'hidden' }>['mean']): NumberMark | null {
  if (mean === null) return null
  const { estimate, low, high } = mean
  return { at: estimate, from: low ?? estimate, to: high ?? estimate }
}

function waitMark(median: number | null, ninetieth: number | null): NumberMark | null {
  if (median === null) return null
  return { at: median, from: median, to: ninetieth ?? median }
}

/** Ends that can be given are the ends of the scale; where there is none, a round number beyond all that is drawn. */
function domainOf({ range, measure }: ReleasedNumbers, rows: readonly NumbersRow[]): Domain {
  const drawn = rows.flatMap((row) => (row.status === 'hidden' || row.mark === null ? [] : [row.mark]))
  const lowest = Math.min(...drawn.map(({ from }) => from), ...(range.low === null ? [0] : [range.low]))
  const highest = Math.max(...drawn.map(({ to }) => to), ...(range.high === null ? [lowest] : [range.high]))
  const open = range.high === null || measure === 'duration' || measure === 'number'
  const min = open && lowest > 0 ? 0 : lowest
  if (!open) return { min, max: highest }
  const step = stepOf(Math.max(highest - min, 1))
  return { min: Math.floor(min / step) * step, max: Math.ceil(Math.max(highest, min + 1) / step) * step }
}

/** All whole numbers of a short scale, else four or five round ones. */
function ticksOf({ min, max }: Domain): readonly number[] {
  const short = max - min <= 10 && Number.isInteger(min) && Number.isInteger(max)
  const step = short ? Math.max(1, Math.ceil((max - min) / 10)) : stepOf(max - min)
  const count = Math.floor((max - min) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, at) => Math.round((min + at * step) * 1e6) / 1e6)
}

/** The smallest of 1, 2 and 5 times a power of ten that goes at most five times in a width. */
function stepOf(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width / 5))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => width / step <= 5) ?? 10 * power
}
