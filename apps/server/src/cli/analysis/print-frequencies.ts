import { auditAnalysis, variablesSeen } from '../../analysis/audit-analysis.ts'
import { waveFrequencies } from '../../analysis/wave-frequencies.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { atWave, type AnalysisOptions } from './at-wave.ts'
import { headLines, nobodyLines } from './head-lines.ts'
import { variableLines } from './variable-lines.ts'

export interface FrequenciesOptions extends AnalysisOptions {
  readonly question?: readonly string[]
  readonly by?: string
}

/** Prints what a wave answered, question by question. */
export async function printFrequencies(place: Surroundings, options: FrequenciesOptions): Promise<void> {
  const { question: questions, by, json } = options
  await atWave(place, options, async ({ context, wave, order, read }) => {
    const figures = await waveFrequencies(context, wave, { ...order, questions, by })
    const counted = figures.variables.map(({ name }) => name)
    const variables = variablesSeen(counted, { ...order, by })
    await auditAnalysis(context, null, wave, { kind: 'frequencies', variables, rows: figures.people })
    if (json === true) return place.terminal.print(JSON.stringify(figures, null, 2))
    const nobody = nobodyLines(figures.people, options.where)
    for (const line of nobody) place.terminal.print(line)
    if (nobody.length > 0) return
    for (const line of headLines(figures, read)) place.terminal.print(line)
    for (const variable of figures.variables)
      for (const line of variableLines(variable, read)) place.terminal.print(line)
    if (figures.leftOut.length > 0) place.terminal.warn(say('analysisLeftOut', { names: figures.leftOut.join(', ') }))
    place.terminal.warn(say('analysisForResearchers'))
  })
}
