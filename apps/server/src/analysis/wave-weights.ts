import type { LocalizedText } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { analysisCells } from './analysis-cells.ts'
import { analysisData } from './analysis-data.ts'
import { withLabels } from './label-refusals.ts'
import { weightingNote, type WeightingNote } from './weighting-note.ts'
import { weightingOf, type PopulationTargets } from './weighting.ts'

/** How a wave would be weighted, before any figure is looked at. */
export interface WaveWeights {
  readonly people: number
  readonly weighting: WeightingNote
  /** Words of what is weighted by: by variable and code. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>
}

/**
 * Tries weights on a wave: whether the margins can be met, by how much trimming misses them, and what the weights cost. None
 * of the weights themselves is told.
 *
 * @throws Problem as `analysisData`: `marginsNotReachable` and others name the category that makes it impossible
 */
export async function waveWeights(
  context: ServerContext,
  wave: Wave,
  targets: PopulationTargets,
): Promise<WaveWeights> {
  const { people, questionnaire, dataset, leastGroup } = await analysisData(context, wave, {})
  // Refuses targets that tell small groups apart.
  analysisCells(dataset, { targets }, leastGroup)
  const weighting = withLabels(questionnaire, dataset.codebook, () => weightingOf(dataset, targets, leastGroup))
  const named = targets.margins.map(({ variable }) => variable)
  const labels = dataset.codebook.variables
    .filter(({ name }) => named.includes(name))
    .map(({ name, categories }) => [name, Object.fromEntries(categories.map(({ code, label }) => [code, label]))])
  return { people, weighting: weightingNote(weighting), labels: Object.fromEntries(labels) }
}
