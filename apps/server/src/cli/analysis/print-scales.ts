import { computed, type LocalizedText, type NotComputed } from '@klankbord/model'
import type { NetPromoterScore } from '@klankbord/statistics'
import { auditAnalysis } from '../../analysis/audit-analysis.ts'
import type { Estimate } from '../../analysis/estimate-of.ts'
import type { ScaleFigures, ScaleItem } from '../../analysis/scale-figures.ts'
import { waveScales } from '../../analysis/wave-scales.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { atWave, type AnalysisOptions } from './at-wave.ts'
import { percent, toldFigure, toldInterval, toldReason } from './told-figures.ts'

type Read = (text: LocalizedText) => string

/** Prints how the scales of a questionnaire did in a wave. */
export async function printScales(place: Surroundings, options: AnalysisOptions): Promise<void> {
  await atWave(place, options, async ({ context, wave, read }) => {
    const found = await waveScales(context, wave)
    const variables = found.scales.map(({ name }) => name)
    await auditAnalysis(context, null, wave, { kind: 'scales', variables, rows: found.people })
    if (options.json === true) return place.terminal.print(JSON.stringify(found, null, 2))
    if (found.scales.length === 0) place.terminal.print(say('scalesNone'))
    else if (found.people === 0) return place.terminal.print(say('analysisNobody', { picked: 'no' }))
    for (const scale of found.scales) for (const line of scaleLines(scale, read)) place.terminal.print(line)
  })
}

function scaleLines(scale: ScaleFigures, read: Read): readonly string[] {
  const { name, title, complete, listwise, pairwise, items, netPromoter } = scale
  return [
    say('scaleName', { name, title: read(title) }),
    say('scaleAlpha', {
      alpha: toldFigure(listwise.alpha),
      interval: toldInterval(listwise.interval),
      pairwise: toldFigure(pairwise.alpha),
      ofPairs: toldInterval(pairwise.interval),
      complete,
    }),
    ...(complete < FEW ? [say('scaleFew', { few: FEW })] : []),
    ...items.map((item) => itemLine(item, read)),
    scoreLine(scale),
    ...(netPromoter ? [promoterLine(netPromoter)] : []),
  ]
}

/** With fewer complete answers alpha says little. */
const FEW = 50

function itemLine({ variable, label, reversed, listwise }: ScaleItem, read: Read): string {
  return say('scaleItem', {
    variable,
    label: read(label),
    reversed: String(reversed),
    rest: toldFigure(listwise.itemRest),
    items: computed<number>(listwise.alphaIfDropped) ? 'several' : listwise.alphaIfDropped.notComputed,
    without: toldFigure(listwise.alphaIfDropped),
  })
}

function scoreLine({ score, sd, ends }: ScaleFigures): string {
  if (!computed<Estimate>(score)) return say('scaleWithoutScore', { why: toldReason(score) })
  const { floor, ceiling, lowest, highest } = ends
  return say('scaleScore', {
    n: score.n,
    mean: score.estimate.toFixed(2),
    interval: toldInterval(score.interval),
    sd: toldFigure(sd),
    lowest: String(lowest),
    floor: toldFigure(floor.share, percent),
    highest: String(highest),
    ceiling: toldFigure(ceiling.share, percent),
  })
}

function promoterLine(promoters: NetPromoterScore | NotComputed): string {
  if (!computed<NetPromoterScore>(promoters)) return say('scaleWithoutScore', { why: toldReason(promoters) })
  const whole = (value: number): string => value.toFixed(1)
  const { score, interval, standardError } = promoters
  return say('analysisPromoters', {
    score: whole(score),
    interval: toldInterval(interval, whole),
    error: toldFigure(standardError, whole),
  })
}
