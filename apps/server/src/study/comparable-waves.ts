import type { AnswerMode, LocalizedText, Questionnaire } from '@klankbord/model'
import { comparableOf, mayCompare, type Comparison } from '@klankbord/questionnaire'
import { findVersion, listStudies, listWaves, type Study, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { knownStudies, type Rights } from '../staff/rights.ts'
import { answerModes } from './answer-modes.ts'

/** Whether the answers to one topic may be set beside those of a wave, and if not, why. */
export interface WaveComparison {
  readonly study: LocalizedText
  readonly organisation: string
  readonly wave: LocalizedText
  /** Whether the wave is of the same study, or of another of the same organisation. */
  readonly own: boolean
  /** Empty: they may be compared. `owner`: another organisation, and words without a benchmark key. */
  readonly differs: readonly (Comparison['differs'][number] | 'owner')[]
}

/** A question that asks about a topic, with what a benchmark needs. */
interface Asked {
  readonly questionnaire: Questionnaire
  readonly organisation: string
  readonly modes: readonly AnswerMode[]
}

interface AskedWave extends Asked {
  readonly study: Study
  readonly wave: Wave
}

/**
 * With which waves that somebody may know of each topic of a working definition may be compared, as it would be asked on
 * the web. Made-up answers are set beside made-up answers only.
 *
 * @param topics such as "T1"
 * @param rights of who asks; null for who runs commands on the machine itself, and may know of every study
 * @returns by topic the waves that ask about it, those of the own organisation first
 */
export async function comparableWaves(
  context: ServerContext,
  study: Study,
  questionnaire: Questionnaire,
  topics: readonly string[],
  rights: Rights | null,
): Promise<Readonly<Record<string, readonly WaveComparison[]>>> {
  const now: Asked = { questionnaire, organisation: study.organisation.name, modes: ['web'] }
  const waves = await askedWaves(context, study, rights)
  return Object.fromEntries(
    topics.map((topic) => {
      const compared = waves.flatMap((other): readonly WaveComparison[] => {
        const differs = differences(topic, now, other)
        const own = sameOwner(now, other)
        const { organisation, wave } = other
        return differs === null ? [] : [{ study: other.study.title, organisation, wave: wave.title, own, differs }]
      })
      return [topic, compared.toSorted((a, b) => Number(b.own) - Number(a.own))]
    }),
  )
}

async function askedWaves(
  context: ServerContext,
  { sample }: Study,
  rights: Rights | null,
): Promise<readonly AskedWave[]> {
  const { db } = context.database
  const alike = (await listStudies(db)).filter((study) => study.sample === sample)
  const studies = rights === null ? alike : await knownStudies(context, rights, alike)
  const found = await Promise.all(
    studies.map(async (study) => {
      const waves = (await listWaves(db, study.id)).filter(({ tryOut }) => !tryOut)
      return Promise.all(
        waves.map(async (wave): Promise<readonly AskedWave[]> => {
          const version = await findVersion(db, study.id, wave.version)
          if (version === null) return []
          const modes = await answerModes(context, { studyId: study.id, waveId: wave.id })
          const { questionnaire } = version
          return [{ study, wave, questionnaire, organisation: study.organisation.name, modes }]
        }),
      )
    }),
  )
  return found.flat(2)
}

/** What keeps two from being compared; null when one of them does not ask about the topic. */
function differences(topic: string, now: Asked, other: Asked): WaveComparison['differs'] | null {
  const [question, theirs] = [now, other].map(({ questionnaire: { questions } }) =>
    questions.find((one) => one.topic === topic),
  )
  if (question === undefined || theirs === undefined) return null
  const mode = other.modes.length === 1 ? (other.modes[0] ?? 'notKnown') : 'notKnown'
  const a = comparableOf(now.questionnaire, question.name, 'web')
  const b = comparableOf(other.questionnaire, theirs.name, mode)
  if (a === undefined || b === undefined) return null
  const { differs } = mayCompare(a, b)
  const shared = question.benchmarkKey !== undefined && question.benchmarkKey === theirs.benchmarkKey
  return shared || sameOwner(now, other) ? differs : [...differs, 'owner']
}

const sameOwner = (a: Asked, b: Asked): boolean =>
  a.organisation.trim().toLowerCase() === b.organisation.trim().toLowerCase()
