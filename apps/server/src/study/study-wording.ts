import { topicWordings, wmoClientExperience, type TopicWording } from '@klankbord/instruments'
import { comparableOf, compileText } from '@klankbord/questionnaire'
import type { Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { Rights } from '../staff/rights.ts'
import { refused } from '../http/refused-request.ts'
import { comparableWaves, type WaveComparison } from './comparable-waves.ts'

/** How a study words the topics that municipalities know, beside our words, and what that means for comparing. */
export interface StudyWording {
  /** Revision of the working definition, which the next change must name. */
  readonly revision: number
  /** The language in which words are compared. */
  readonly language: string
  readonly languages: readonly string[]
  /** Empty when the questionnaire was made from something else. */
  readonly topics: readonly (TopicWording & {
    readonly wordingHash: string
    readonly comparisons: readonly WaveComparison[]
  })[]
}

/**
 * Reads the wording of a working definition.
 *
 * @param rights of who asks, who is told of the studies only that they may know; null for who runs commands on the machine
 * @throws RefusedRequest `definitionRefused` while it does not compile
 */
export async function studyWording(context: ServerContext, study: Study, rights: Rights | null): Promise<StudyWording> {
  const { text, revision } = study.definition
  const { questionnaire, findings } = compileText(text)
  const blocking = findings.filter(({ severity }) => severity === 'block')
  if (questionnaire === null) throw refused('definitionRefused', { findings: blocking.length }, blocking)
  const topics = topicWordings(wmoClientExperience, questionnaire)
  const names = topics.map(({ topic }) => topic)
  const compared = await comparableWaves(context, study, questionnaire, names, rights)
  return {
    revision,
    language: questionnaire.language,
    languages: questionnaire.languages,
    topics: topics.map((topic) => ({
      ...topic,
      wordingHash: comparableOf(questionnaire, topic.name, 'web')?.wordingHash ?? '',
      comparisons: compared[topic.topic] ?? [],
    })),
  }
}
