import type { DisclosurePolicy, LanguageCode, LocalizedText, Questionnaire } from '@klankbord/model'
import { compileText, describeSingledOut, singledOut } from '@klankbord/questionnaire'
import { findVersion, listVersions, listWaves, type Study } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { policyOf } from './study-policy.ts'

/** How many people a questionnaire could single out, for who is about to use it. */
export interface SingledOutAdvice {
  /** What was found, what helps and what can be reported, one sentence each. */
  readonly sentences: readonly LocalizedText[]
  /** Nobody is likely to be unique, and groups can be shown. */
  readonly calm: boolean
}

/** How many people get the questionnaire of a study, and whom it could single out among them. */
export interface PeopleOfStudy {
  /** As somebody said it, else of the list that a wave was sent to; null when neither is known. */
  readonly people: number | null
  /** Of the working definition; null without a number, and while it does not compile. */
  readonly definition: SingledOutAdvice | null
  /** Of the latest version, which a new wave asks; null without a number or a version. */
  readonly version: SingledOutAdvice | null
}

const LANGUAGES: readonly LanguageCode[] = ['nl', 'en']

/** Works it out for a study as it is now. */
export async function peopleOfStudy(context: ServerContext, study: Study): Promise<PeopleOfStudy> {
  const { database } = context
  const policy = policyOf(context, study)
  const people = study.people ?? (await peopleOfLists(database.db, study))
  if (people === null) return { people, definition: null, version: null }
  const { questionnaire } = compileText(study.definition.text)
  const latest = (await listVersions(database.db, study.id)).at(-1)?.version
  const version = latest === undefined ? null : await findVersion(database.db, study.id, latest)
  return {
    people,
    definition: questionnaire === null ? null : adviceFor(questionnaire, people, policy),
    version: version === null ? null : adviceFor(version.questionnaire, people, policy),
  }
}

async function peopleOfLists(db: Parameters<typeof listWaves>[0], { id }: Study): Promise<number | null> {
  const waves = await listWaves(db, id)
  return waves.findLast(({ frame, tryOut }) => frame !== null && !tryOut)?.frame?.invited ?? null
}

function adviceFor(questionnaire: Questionnaire, people: number, policy: DisclosurePolicy): SingledOutAdvice {
  const found = singledOut(questionnaire, people, undefined, policy.leastGroup)
  const told = LANGUAGES.map(
    (language) => [language, describeSingledOut(questionnaire, people, found, language)] as const,
  )
  const count = told[0]?.[1].length ?? 0
  const sentences = Array.from({ length: count }, (_, place) =>
    Object.fromEntries(told.map(([language, words]) => [language, words[place] ?? ''])),
  )
  const calm = Math.round(found.unique) === 0 && found.leftOut.length === 0 && found.report === 'breakdowns'
  return { sentences, calm }
}
