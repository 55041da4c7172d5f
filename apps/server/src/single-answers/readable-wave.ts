import { localize, problem, type LanguageCode, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { countResponses, findVersion, type ResponsePlace, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { waveOf } from '../study/find-study.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'

/** A wave of which single answers may be read, with the questions that they answer. */
export interface ReadableWave {
  readonly wave: Wave
  readonly place: ResponsePlace
  readonly questionnaire: Questionnaire
  readonly responses: number
}

/**
 * A wave with what it asked and how many answered, as far as is sealed.
 *
 * @throws Problem `unknownWave`, `waveIsTryOut`, `tooFewToRead` for one with codes that fewer people answered than a group may have
 */
export async function readableWave(context: ServerContext, studyId: string, waveId: string): Promise<ReadableWave> {
  const { db } = context.database
  const wave = await waveOf(context, studyId, waveId)
  refuseTryOut(wave)
  const version = await findVersion(db, studyId, wave.version)
  if (version === null) throw problem('unknownVersion', { version: wave.version })
  const responses = await countResponses(db, studyId, waveId, wave.version)
  const { leastGroup: least } = await studyPolicy(context, studyId)
  if (wave.mode === 'codeAnonymous' && responses < least) throw problem('tooFewToRead', { least })
  return {
    wave,
    place: { studyId, waveId, version: wave.version },
    questionnaire: version.questionnaire,
    responses,
  }
}

/** What the question behind a variable is called, in a language or in that of the questionnaire. */
export function variableTitle(questionnaire: Questionnaire, variable: string, language?: LanguageCode): string {
  const label = codebook(questionnaire).variables.find(({ name }) => name === variable)?.label
  const { language: source } = questionnaire
  return label === undefined ? variable : localize(label, language ?? source, source)
}
