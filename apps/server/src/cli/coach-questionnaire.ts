import { localize } from '@klankbord/model'
import { coach, describeSingledOut, isCoached, singledOut } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Prints the indications of the language coach on a definition, in the language that was read; with a population also
 * how many people its background questions could single out. Indications are no faults: the exit code stays 0.
 */
export async function coachQuestionnaire(
  { terminal }: Surroundings,
  file: string,
  { language, population }: { readonly language?: string; readonly population?: number },
): Promise<ExitCode> {
  const questionnaire = await compiledFile(file, terminal)
  if (!questionnaire) return 1
  const read = language ?? questionnaire.language
  if (!isCoached(read) || !questionnaire.languages.includes(read)) {
    terminal.warn(say('adviceLanguage', { file, languages: questionnaire.languages.join(', ') }))
    return 1
  }
  const advice = coach(questionnaire, read)
  for (const { path, text, title, reason, hint } of advice) {
    terminal.print(say('advice', { title: localize(title, read, 'nl'), path, text }))
    for (const sentence of [reason, hint])
      terminal.print(say('adviceSentence', { text: localize(sentence, read, 'nl') }))
  }
  terminal.print(say('adviceCount', { count: advice.length }))
  if (population !== undefined) {
    const found = singledOut(questionnaire, population)
    for (const sentence of describeSingledOut(questionnaire, population, found, read)) terminal.print(sentence)
  }
  return 0
}
