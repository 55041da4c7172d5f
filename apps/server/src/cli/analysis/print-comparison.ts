import type { LocalizedText } from '@klankbord/model'
import type { MarkedDifference } from '@klankbord/statistics'
import { auditAnalysis, variablesSeen } from '../../analysis/audit-analysis.ts'
import type { WantedShare } from '../../analysis/compared-measure.ts'
import { waveComparison, type ComparedRow, type WaveComparison } from '../../analysis/wave-comparison.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { atWave, type AnalysisOptions } from './at-wave.ts'
import { headLines, nobodyLines } from './head-lines.ts'
import { chance, decimals, percent, points, toldFigure, toldInterval, untested } from './told-figures.ts'

export interface ComparisonOptions extends AnalysisOptions {
  readonly question: string
  readonly by: string
  readonly share?: WantedShare
  readonly leastDifference?: number
}

/** Prints how each group of a wave compares with all others. */
export async function printComparison(place: Surroundings, options: ComparisonOptions): Promise<void> {
  const { question, by, share, leastDifference, json } = options
  await atWave(place, options, async ({ context, wave, order, read }) => {
    const compared = await waveComparison(context, wave, { ...order, question, by, share, leastDifference })
    const variables = variablesSeen([question], { ...order, by })
    await auditAnalysis(context, null, wave, { kind: 'comparison', variables, rows: compared.people })
    if (json === true) return place.terminal.print(JSON.stringify(compared, null, 2))
    const nobody = nobodyLines(compared.people, options.where)
    for (const line of nobody) place.terminal.print(line)
    if (nobody.length > 0) return
    for (const line of comparisonLines(compared, read)) place.terminal.print(line)
    place.terminal.warn(say('analysisForResearchers'))
  })
}

type Read = (text: LocalizedText) => string

function comparisonLines(compared: WaveComparison, read: Read): readonly string[] {
  const { question, by, measure, higher = 'higherCode', overall, rows } = compared
  return [
    ...headLines(compared, read),
    say('compareTitle', { question: question.name, label: read(question.label) }),
    say('compareBy', { by: by.name, label: read(by.label) }),
    say('compareMeasure', { measure, higher }),
    ...rows.flatMap((row) => rowLines(row, measure, read)),
    ...(overall
      ? [
          say('compareOverall', {
            test: say('compareTest', { test: overall.test }),
            p: toldFigure(overall.p, chance),
            effect: told(overall.effect),
          }),
        ]
      : []),
    ruleLine(compared),
  ]
}

function rowLines({ label, groups }: ComparedRow, measure: WaveComparison['measure'], read: Read): readonly string[] {
  const names = groups.map((group) => (group.label === null ? String(group.code) : read(group.label)))
  const width = Math.max(0, ...names.map((name) => name.length))
  const lines = groups.map((group, at) => groupLine(group, (names[at] ?? '').padEnd(width), measure))
  return label === null ? lines : [say('compareAnswer', { label: read(label) }), ...lines]
}

function groupLine(compared: ComparedRow['groups'][number], group: string, measure: WaveComparison['measure']): string {
  const { n, nOthers, estimate, others, difference, interval, p, adjusted, effect, verdict } = compared
  const [written, apart] = measure === 'shares' ? [percent, points] : [decimals, decimals]
  const figures = {
    group,
    n,
    nOthers,
    estimate: toldFigure(estimate, written),
    others: toldFigure(others, written),
    difference: toldFigure(difference, apart),
    interval: measure === 'order' ? '' : ` ${toldInterval(interval, apart)}`,
    verdict: say(VERDICTS[verdict]),
  }
  if (verdict === 'tooFewToSay') return say('compareTooFew', { ...figures, ...untested(adjusted) })
  const tested = { p: toldFigure(p, chance), adjusted: toldFigure(adjusted, chance), effect: told(effect) }
  return say('compareGroup', { ...figures, ...tested, measure })
}

const VERDICTS: Readonly<Record<MarkedDifference['verdict'], Parameters<typeof say>[0]>> = {
  higher: 'verdictHigher',
  lower: 'verdictLower',
  noClearDifference: 'verdictNoClearDifference',
  tooFewToSay: 'verdictTooFewToSay',
}

type Effect = ComparedRow['groups'][number]['effect'] | NonNullable<WaveComparison['overall']>['effect']

const told = ({ name, value }: Effect): string => say('compareEffect', { name, value: toldFigure(value) })

function ruleLine({ rule, rows }: WaveComparison): string {
  const { leastDifference, unit, leastGroup, level, tested } = rule
  const value = unit === 'share' ? points(leastDifference) : String(leastDifference)
  const test = rows[0]?.groups[0]?.test ?? 'fisher'
  return say('compareRule', {
    level: percent(level),
    tested,
    leastGroup,
    least: say('compareLeast', { unit, value }),
    test: say('compareTest', { test }),
  })
}
