import { compileText } from '@klankbord/questionnaire'
import { publishVersion, type Study } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { refused } from '../http/refused-request.ts'
import { refuseRichOnly } from './rich-only.ts'

/**
 * Freezes the working definition as a version; the same questionnaire again keeps its number.
 *
 * @throws RefusedRequest `definitionRefused` with the findings that block; `needsRichRunner` for what no web page can ask
 */
export async function publishWorkingVersion(
  { database, clock }: ServerContext,
  { id, definition }: Pick<Study, 'id' | 'definition'>,
): Promise<{ readonly version: number; readonly hash: string }> {
  const { questionnaire, findings } = compileText(definition.text)
  const blocking = findings.filter(({ severity }) => severity === 'block')
  if (questionnaire === null) throw refused('definitionRefused', { findings: blocking.length }, blocking)
  refuseRichOnly(questionnaire)
  const publishedOn = todayAt(clock.now()).today
  const { version } = await publishVersion(database.db, id, { questionnaire, definition: definition.text, publishedOn })
  return { version, hash: questionnaire.hash }
}
