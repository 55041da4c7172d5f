import { contentHash, type Dataset, type Questionnaire, type ResponseChannel } from '@klankbord/model'
import { check, codebook, compile, pack, toDataset } from '@klankbord/questionnaire'
import {
  createStudy,
  openWave,
  publishVersion,
  storeResponses,
  type NewWave,
  type Study,
  type Wave,
} from '@klankbord/storage'
import type { ServerContext } from '../../src/context.ts'
import { uuidFrom } from '../../src/randomness.ts'

/** Answers of one person, as they are sent. */
export type Given = Readonly<Record<string, unknown>>

/** So many people who answered alike. */
export function people(count: number, given: Given): readonly Given[] {
  return Array.from({ length: count }, () => given)
}

/** @throws Error for a definition that is none */
export function compiled(definition: unknown): Questionnaire {
  const { questionnaire, findings } = compile(definition)
  if (questionnaire === null) throw new Error(findings.map(({ message }) => message).join('\n'))
  return questionnaire
}

/** Answers as columns, without a database. */
export function datasetOf(questionnaire: Questionnaire, given: readonly Given[]): Dataset {
  const book = codebook(questionnaire)
  return toDataset(
    book,
    given.map((answers) => pack(book, checkedOf(questionnaire, answers))),
  )
}

/** A study without rounds. */
export function aStudy({ database }: ServerContext, choices: Partial<Pick<Study, 'sample'>> = {}): Promise<Study> {
  return createStudy(database.db, {
    title: { nl: 'Hulp in de buurt' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: '{}',
    plan: { questions: [], breakdowns: [] },
    ...choices,
  })
}

/** How a round was held. */
export interface RoundChoices extends Partial<Pick<NewWave, 'frame' | 'mode' | 'state' | 'address'>> {
  readonly week?: string
  readonly channel?: ResponseChannel
}

/** A round of a study that people answered. */
export async function answeredRound(
  { database: { db } }: ServerContext,
  { id: studyId }: Pick<Study, 'id'>,
  definition: unknown,
  given: readonly Given[],
  { week = '2026-W18', channel = 'web', ...choices }: RoundChoices = {},
): Promise<Wave> {
  const questionnaire = compiled(definition)
  const { version } = await publishVersion(db, studyId, { questionnaire, definition: JSON.stringify(definition) })
  const wave = await openWave(db, studyId, { title: { nl: 'Ronde' }, version, mode: 'open', frame: null, ...choices })
  const book = codebook(questionnaire)
  const arrivals = given.map((each, at) => {
    const checked = checkedOf(questionnaire, each)
    const { answers, empties } = checked
    const response = {
      id: uuidFrom(Buffer.from(contentHash([wave.id, at]), 'hex'), 8),
      answers,
      empties,
      ...pack(book, checked),
      language: 'nl',
      channel,
      week,
      withdrawalHash: null,
      contentHash: contentHash(answers),
    } as const
    const place = { studyId, waveId: wave.id, version }
    return { place, response, codeHash: null, today: '2026-05-01', byStaff: true }
  })
  if (arrivals.length > 0) await storeResponses(db, arrivals)
  return wave
}

function checkedOf(questionnaire: Questionnaire, given: Given): Parameters<typeof pack>[1] {
  const result = check(questionnaire, given)
  if (!result.ok) throw new Error(result.findings[0]?.message)
  return result.checked
}
