import { localize, problem } from '@klankbord/model'
import { saveDefinition } from '@klankbord/storage'
import { checkedBody } from '../http/read-body.ts'
import { RefusedRequest } from '../http/refused-request.ts'
import { NEW_WORDS } from '../study/new-words.ts'
import { rewordedDefinition } from '../study/reworded-definition.ts'
import { studyNamed } from '../study/study-named.ts'
import { studyWording, type StudyWording } from '../study/study-wording.ts'
import type { ExitCode } from './exit-code.ts'
import { findingLine } from './finding-line.ts'
import { jsonFault } from './json-places.ts'
import { readTextFile } from './read-text-file.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface WordStudyOptions {
  readonly data: string
  /** Words by topic; they are put in the working definition before it is printed. */
  readonly file?: string
}

/**
 * Prints how a study words T1 to T10 and with which waves each may be compared; with a file after putting its words in
 * the place of those that are there.
 *
 * @param given id of the study, or the address of one of its waves
 * @throws Problem `unknownStudy`, `unknownTopic`, `staleRevision`, and those of reading the file
 */
export async function wordStudy(place: Surroundings, given: string, options: WordStudyOptions): Promise<ExitCode> {
  const { data, file } = options
  const words = file === undefined ? null : await wordsOf(file)
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    try {
      const study = await studyNamed(context, given)
      const text =
        words === null
          ? study.definition.text
          : rewordedDefinition(study.definition.text, checkedBody(NEW_WORDS, words))
      const { revision } = study.definition
      const change = { text, revision }
      const kept = words === null ? revision : await saveDefinition(context.database.db, study.id, change)
      const wording = await studyWording(context, { ...study, definition: { text, revision: kept } }, null)
      place.terminal.print(linesOf(wording).join('\n'))
      return 0
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error
      place.terminal.warn(error.problem.message)
      for (const found of error.findings) place.terminal.warn(findingLine(found))
      return 1
    }
  })
}

async function wordsOf(file: string): Promise<unknown> {
  const source = await readTextFile(file)
  const reason = jsonFault(source)
  if (reason !== null) throw problem('definitionNotJson', { reason })
  return JSON.parse(source)
}

function linesOf({ language, topics }: StudyWording): readonly string[] {
  if (topics.length === 0) return [say('wordingNoTopics')]
  return topics.flatMap(({ topic, own, now, wordingHash, comparisons }) => [
    say('wordingTopic', {
      topic,
      own: own ? 'yes' : 'no',
      hash: wordingHash.slice(0, 12),
      text: localize(now.title, language, language),
    }),
    ...comparisons.map(({ wave, organisation, differs }) =>
      say(differs.length === 0 ? 'wordingMay' : 'wordingMayNot', {
        wave: localize(wave, 'en', 'nl'),
        organisation,
        why: differs.map((one) => say(`wordingDiffers.${one}`)).join(', '),
      }),
    ),
  ])
}
