import type { LanguageCode, LocalizedText } from '@klankbord/model'
import { localize } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import type { Wave } from '@klankbord/storage'
import type { AnalysisCondition, AnalysisOrder } from '../../analysis/analysis-order.ts'
import type { PopulationTargets } from '../../analysis/weighting.ts'
import type { ServerContext } from '../../context.ts'
import { waveAt } from '../../respondent/visit.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { languageIn } from '../language-in.ts'
import { targetsFile } from './targets-file.ts'

/** What commands about people take. */
export interface AnalysisOptions {
  readonly data: string
  readonly wave: string
  readonly where?: readonly AnalysisCondition[]
  readonly targets?: string
  readonly trim?: NonNullable<PopulationTargets['trim']>
  readonly language?: LanguageCode
  readonly json?: boolean
}

/** A wave to analyse from the command line. */
export interface AtWave {
  readonly context: ServerContext
  readonly wave: Wave
  readonly order: AnalysisOrder
  /** Words of the questionnaire, in the language that was asked for or its own. */
  readonly read: (text: LocalizedText) => string
}

/** Opens the wave at an address and reads whom to analyse and what to weight by. */
export async function atWave(
  place: Surroundings,
  { data, wave: address, where, targets: file, trim, language }: AnalysisOptions,
  work: (there: AtWave) => Promise<void>,
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { wave, questionnaire } = await waveAt(context, address)
    const source = questionnaire.language
    const spoken = languageIn(questionnaire, language)
    const reading = { trim, language: source }
    const targets = file === undefined ? undefined : await targetsFile(file, codebook(questionnaire), reading)
    const read = (text: LocalizedText): string => localize(text, spoken, source)
    await work({ context, wave, order: { where, targets }, read })
  })
}
