import type { Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { analysisData } from './analysis-data.ts'
import { populationFor } from './estimate-of.ts'
import { scaleFigures, type ScaleFigures } from './scale-figures.ts'

/** The scales of a wave. */
export interface WaveScales {
  readonly people: number
  /** Everybody whom the intervals of scores are about; null where nobody knows. */
  readonly population: number | null
  /** Empty where the questionnaire defines none. */
  readonly scales: readonly ScaleFigures[]
}

/** How the scales of a questionnaire did in a wave. @throws Problem as `analysisData` */
export async function waveScales(context: ServerContext, wave: Wave): Promise<WaveScales> {
  const { dataset, questionnaire, people, leastGroup } = await analysisData(context, wave, {})
  const population = populationFor(wave.frame, people)
  return { people, population, scales: scaleFigures(dataset, questionnaire, population, leastGroup) }
}
