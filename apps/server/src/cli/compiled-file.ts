import type { Questionnaire } from '@klankbord/model'
import { definitionFile } from './definition-file.ts'
import { say } from './say.ts'
import type { Terminal } from './terminal.ts'

/**
 * The questionnaire of a definition in a file; null when it has faults, which are then told.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`
 */
export async function compiledFile(file: string, terminal: Terminal): Promise<Questionnaire | null> {
  const { questionnaire, findings, tell } = await definitionFile(file)
  if (questionnaire) return questionnaire
  const faults = findings.filter(({ severity }) => severity === 'block')
  for (const found of faults) terminal.warn(tell(found))
  terminal.warn(say('definitionFaulty', { count: faults.length, file }))
  return null
}
