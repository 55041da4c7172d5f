import { wmoClientExperience } from '@klankbord/instruments'
import { compile } from '@klankbord/questionnaire'
import {
  addAccessCodes,
  createStudy,
  LAST_REVISION,
  openWave,
  publishVersion,
  type NewWave,
  type Wave,
} from '@klankbord/storage'
import type { Questionnaire } from '@klankbord/model'
import { accessCodeHash, newAccessCode, shownAccessCode } from '../src/access/access-code.ts'
import type { ServerContext } from '../src/context.ts'

/** The Wmo questionnaire, compiled. */
export const WMO: Questionnaire = questionnaire()

/** How a wave differs from one that is open to all. */
export type WaveChoices = Partial<Omit<NewWave, 'title' | 'address' | 'version'>>

/** Makes a study of the Wmo questionnaire with an open wave at this address. */
export async function openWmoWave(
  { database: { db } }: ServerContext,
  address: string,
  choices: WaveChoices = {},
): Promise<Wave> {
  const definitionText = JSON.stringify(wmoClientExperience.definition)
  const study = await createStudy(db, {
    title: { nl: 'Ervaringen met de Wmo', en: 'Experiences with the Wmo' },
    organisation: { name: 'Cliëntenraad Testdorp', helpPhone: '0800 – 000 00 00' },
    sample: false,
    tryOut: false,
    definitionText,
    plan: wmoClientExperience.plan,
  })
  const { version } = await publishVersion(db, study.id, { questionnaire: WMO, definition: definitionText })
  return openWave(db, study.id, {
    title: { nl: 'Eerste ronde' },
    address,
    version,
    mode: 'open',
    frame: null,
    ...choices,
  })
}

/** Hands out this many codes for a wave, as they are printed. */
export async function handOutCodes(context: ServerContext, wave: Wave, count = 1): Promise<readonly string[]> {
  const codes = Array.from({ length: count }, () => newAccessCode(context.randomness))
  const place = { studyId: wave.studyId, waveId: wave.id }
  const rows = codes.map((code) => ({
    codeHash: accessCodeHash(context.settings.keys.accessCodes, place, code),
    stratum: null,
  }))
  await addAccessCodes(context.database.db, place, rows)
  return codes.map(shownAccessCode)
}

function questionnaire(): Questionnaire {
  const compiled = compile(wmoClientExperience.definition).questionnaire
  if (compiled === null) throw new Error('the Wmo questionnaire does not compile')
  return compiled
}

/** Every answer that is stored in a wave, without its id. */
export async function storedAnswers(
  { database: { db } }: ServerContext,
  wave: Wave,
): Promise<readonly StoredAnswers[]> {
  const rows = await db.selectFrom('responses').selectAll().where('wave_id', '=', wave.id).execute()
  return rows.map(({ answers, empties, language, channel, week, withdrawal_hash: hash }) => ({
    answers,
    empties,
    language,
    channel,
    week,
    hash,
  }))
}

export interface StoredAnswers {
  readonly answers: Readonly<Record<string, unknown>>
  readonly empties: Readonly<Record<string, unknown>>
  readonly language: string
  readonly channel: string
  readonly week: string
  readonly hash: string | null
}

/** How many drafts are kept in a wave, without those that were erased. */
export async function keptDrafts({ database: { db } }: ServerContext, wave: Wave): Promise<number> {
  return (
    await db
      .selectFrom('drafts')
      .select('id')
      .where('wave_id', '=', wave.id)
      .where('revision', '<', LAST_REVISION)
      .execute()
  ).length
}
