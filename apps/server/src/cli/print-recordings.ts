import { join } from 'node:path'
import { problem } from '@klankbord/model'
import { isFile } from '../http/given-out.ts'
import { recordingName } from '../study/recording-names.ts'
import { recordingsOf } from '../study/recordings-of.ts'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Where a recording is: given out by the server, named and not there, named as no file is given out, or not named. */
type Found = 'there' | 'missing' | 'strange' | 'none'

/**
 * Prints every text of a definition that can be recorded with where its recording is: a list to record from, and a check
 * before a round opens. The exit code is 1 when the definition names one that nobody would hear.
 *
 * @throws Problem `languageNotThere` for a language that the definition does not have
 */
export async function printRecordings(
  { terminal }: Surroundings,
  file: string,
  options: { readonly data: string; readonly language?: string },
): Promise<ExitCode> {
  const questionnaire = await compiledFile(file, terminal)
  if (!questionnaire) return 1
  const { languages } = questionnaire
  const language = options.language ?? questionnaire.language
  if (!languages.includes(language)) throw problem('languageNotThere', { language, languages })
  const folder = join(options.data, 'recordings')
  const texts = recordingsOf(questionnaire, language).map((text) => ({ ...text, found: foundIn(folder, text.address) }))
  for (const { question, option, says, address, found } of texts) {
    const of = option === null ? question : `${question} ${option}`
    terminal.print(say('recording', { of, says, address: address ?? '', found }))
  }
  const counted = (wanted: Found): number => texts.filter(({ found }) => found === wanted).length
  const silent = counted('missing') + counted('strange')
  terminal.print(say('recordingCount', { language, there: counted('there'), silent, none: counted('none'), folder }))
  return silent > 0 ? 1 : 0
}

function foundIn(folder: string, address: string | null): Found {
  if (address === null) return 'none'
  const name = recordingName(address)
  if (name === null) return 'strange'
  return isFile(join(folder, name)) ? 'there' : 'missing'
}
