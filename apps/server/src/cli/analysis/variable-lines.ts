import { computed, type Base, type LocalizedText, type NotComputed } from '@klankbord/model'
import type { NetPromoterScore, WaitingTimes } from '@klankbord/statistics'
import type { NumberFigures } from '../../analysis/number-figures.ts'
import type { ShareFigure } from '../../analysis/share-figures.ts'
import type { VariableFigures } from '../../analysis/wave-frequencies.ts'
import { say } from '../say.ts'
import { hiddenLines } from './head-lines.ts'
import { percent, toldFigure, toldInterval, toldReason } from './told-figures.ts'

type Read = (text: LocalizedText) => string
type Group = VariableFigures['groups'][number]

/** The widest that a label makes a column. */
const WIDEST = 44

/** The figures of a variable, group by group. */
export function variableLines({ name, label, type, groups, hidden }: VariableFigures, read: Read): readonly string[] {
  return [
    say('analysisVariable', { name, label: read(label) }),
    ...groups.flatMap((group) => groupLines(group, type, read)),
    ...hiddenLines(hidden, read).map((line) => `  ${line}`),
  ]
}

function groupLines(group: Group, type: string, read: Read): readonly string[] {
  const { options = [], boxes = {}, grades, ticks, numbers, waiting, promoters } = group
  const named = [
    ...options.map((option) => [read(option.label), option] as const),
    ...Object.entries({ ...boxes, ...grades }).map(([box, share]) => [say('analysisBox', { box }), share] as const),
  ]
  if (group.base.valid === 0) return [baseLine(group, read), say('analysisNoSubstance')]
  const width = Math.min(WIDEST, Math.max(0, ...named.map(([label]) => label.length)))
  return [
    baseLine(group, read),
    ...named.map(([label, share]) => shareLine(label.padEnd(width), share)),
    ...(ticks ? [tickLine(group, read)] : []),
    ...(numbers ? [numbersLine(numbers, type)] : []),
    ...(waiting ? [waitingLine(waiting)] : []),
    ...(promoters ? [promotersLine(promoters)] : []),
    intervalsLine(group),
  ]
}

/** Of how many people intervals are: those of weighted figures always of a large population. */
function intervalsLine({ population, people, listed, base, weightedBase }: Group): string {
  if (listed !== undefined) return say('analysisListTooShort', { people, listed })
  if (population === null) return say('analysisEndless', { asked: base.asked < people ? 'some' : 'all' })
  return say('analysisPopulation', { population, weighted: weightedBase ? 'yes' : 'no' })
}

function baseLine({ label, people, base }: Group, read: Read): string {
  const group = label === null ? say('analysisEverybody') : read(label)
  const { asked, answered, valid } = base
  return say('analysisBase', { group, people, asked, answered, valid, empties: emptiesOf(base) })
}

function emptiesOf({ empties }: Base): string {
  return Object.entries(empties)
    .map(([kind, count]) => say('analysisEmpty', { kind, count }))
    .join('')
}

function shareLine(label: string, { count, share, interval, weighted }: ShareFigure): string {
  const beside = weighted
    ? say('analysisWeightedBeside', {
        share: toldFigure(weighted.share, percent),
        interval: toldInterval(weighted.interval, percent),
      })
    : ''
  const written = { share: toldFigure(share, percent).padStart(7), interval: toldInterval(interval, percent) }
  return say('analysisShare', { label, count: String(count).padStart(5), ...written, weighted: beside })
}

function tickLine({ ticks, options = [] }: Group, read: Read): string {
  const shares = (ticks?.options ?? []).map(({ ofTicked, ofResponses }, at) => {
    const told = { ofTicked: toldFigure(ofTicked, percent), ofResponses: toldFigure(ofResponses, percent) }
    return say('analysisTick', { label: read(options[at]?.label ?? {}), ...told })
  })
  const { ticked = 0, responses = 0 } = ticks ?? {}
  return say('analysisTicks', { ticked, responses, options: shares.join('; ') })
}

function numbersLine({ mean, sd, interval, quartiles, weighted }: NumberFigures, type: string): string {
  const dated = type === 'date' ? dayOf : undefined
  const { median, lower, upper } = quartiles
  const middle = {
    median: toldFigure(median, dated),
    lower: toldFigure(lower, dated),
    upper: toldFigure(upper, dated),
  }
  if (dated) return say('analysisDate', middle)
  const beside = weighted
    ? say('analysisWeightedMean', { mean: toldFigure(weighted.mean), interval: toldInterval(weighted.interval) })
    : ''
  const spread = { mean: toldFigure(mean), interval: toldInterval(interval), sd: toldFigure(sd) }
  return say('analysisMean', { ...spread, ...middle, weighted: beside })
}

/** A day from its number since 1970. */
const dayOf = (days: number): string => new Date(Math.round(days) * 86_400_000).toISOString().slice(0, 10)

function waitingLine({ n, stillWaiting, median, ninetieth }: WaitingTimes): string {
  const days = (figure: WaitingTimes['median']['days']): string =>
    toldFigure(figure, (count) => say('analysisDays', { days: Math.round(count) }))
  return say('analysisWaiting', {
    median: days(median.days),
    ninetieth: days(ninetieth.days),
    still: stillWaiting,
    n,
  })
}

function promotersLine(promoters: NetPromoterScore | NotComputed): string {
  if (!computed<NetPromoterScore>(promoters)) return `    ${toldReason(promoters)}`
  const { score, interval, standardError } = promoters
  const whole = (value: number): string => value.toFixed(1)
  return say('analysisPromoters', {
    score: whole(score),
    interval: toldInterval(interval, whole),
    error: toldFigure(standardError, whole),
  })
}
