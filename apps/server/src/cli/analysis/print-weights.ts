import { auditAnalysis } from '../../analysis/audit-analysis.ts'
import { waveWeights } from '../../analysis/wave-weights.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { atWave, type AnalysisOptions } from './at-wave.ts'
import { headLines } from './head-lines.ts'
import { decimals } from './told-figures.ts'

/** Prints what weights would do to a wave: the margins that they reach, and what they cost. */
export async function printWeights(
  place: Surroundings,
  options: AnalysisOptions & { readonly targets: string },
): Promise<void> {
  await atWave(place, options, async ({ context, wave, order: { targets = { margins: [] } }, read }) => {
    const weights = await waveWeights(context, wave, targets)
    const variables = targets.margins.map(({ variable }) => variable)
    await auditAnalysis(context, null, wave, { kind: 'weights', variables, rows: weights.people })
    if (options.json === true) return place.terminal.print(JSON.stringify(weights, null, 2))
    const { people, weighting, labels } = weights
    for (const line of headLines({ people, leastGroup: 1, hidden: [], weighting }, read)) place.terminal.print(line)
    for (const { variable, categories } of weighting.margins)
      for (const { code, total, reached } of categories) {
        const label = read(labels[variable]?.[String(code)] ?? {})
        const told = { variable, label, total: decimals(total), reached: decimals(reached) }
        place.terminal.print(say('weightsMargin', told))
      }
  })
}
