import { randomBytes } from 'node:crypto'
import type { Answers } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import {
  createStudy,
  openDatabase,
  openWave,
  publishVersion,
  startEmbeddedPostgres,
  type Database,
  type Wave,
} from '@klankbord/storage'
import { sql } from 'kysely'
import { accessCodeHash, newAccessCode } from '../src/access/access-code.ts'
import { installationKeys } from '../src/keys/installation-key.ts'
import { systemRandomness } from '../src/randomness.ts'

/** The key of every installation under attack. */
export const KEY: string = 'c'.repeat(64)

const definition = {
  title: { nl: 'Ervaringen', en: 'Experiences' },
  locale: 'nl',
  pages: [
    {
      name: 'page',
      elements: [
        ...Array.from({ length: 10 }, (_, n) => ({
          type: 'radiogroup',
          name: `q${n}`,
          title: `Vraag ${n}`,
          choices: [1, 2, 3, 4, 5],
        })),
        { type: 'comment', name: 'story', title: 'Wat wilt u vertellen?', maxLength: 5000 },
      ],
    },
  ],
}

/** What somebody answers follows from a number, and is long enough to be cut in two. */
export function answersOf(n: number): Answers {
  const choices = Array.from({ length: 10 }, (_, at) => [`q${at}`, ((n + at) % 5) + 1])
  return {
    ...Object.fromEntries(choices),
    story: `Verhaal ${n}. ${'Het duurde lang en toen ging het goed. '.repeat(40)}`,
  }
}

/** The group of the list of the code that is handed out as the nth; null for a list without groups. */
export type GroupOf = (n: number) => string | null

/** A database on which a server runs, with a wave to which codes are handed out. */
export interface Fieldwork {
  readonly database: Database
  readonly wave: Wave
  readonly connectionString: string
  /** Hands out codes that were not handed out before, each in its group of the list. */
  handOut(count: number, groupOf?: GroupOf): Promise<readonly string[]>
  close(): Promise<void>
}

/** Joins the database of a running server and opens an anonymous wave. */
export async function openFieldwork(dataFolder: string, portion = 20): Promise<Fieldwork> {
  const postgres = await startEmbeddedPostgres({ dataFolder })
  const database = openDatabase(postgres.connectionString)
  return {
    ...(await fieldworkOn(database, portion)),
    connectionString: postgres.connectionString,
    close: async () => {
      await database.close()
      await postgres.stop()
    },
  }
}

/** Another wave, of a study of its own, on the same database. */
export async function anotherWave(fieldwork: Fieldwork, asked: object = definition): Promise<Fieldwork> {
  return { ...fieldwork, ...(await fieldworkOn(fieldwork.database, NEVER_BY_ITSELF, asked)) }
}

/** An anonymous wave, of a study of its own, on a database that is open. */
export async function fieldworkOn(
  database: Database,
  portion: number,
  asked: object = definition,
): Promise<Omit<Fieldwork, 'close' | 'connectionString'>> {
  const wave = await openedWave(database, portion, asked)
  return { database, wave, handOut: (count, groupOf) => handOut(database, wave, count, groupOf) }
}

/** A portion so large that the server never seals one. */
const NEVER_BY_ITSELF = 1_000_000

async function openedWave({ db }: Database, portion: number, asked: object): Promise<Wave> {
  const { questionnaire, findings } = compile(asked)
  if (!questionnaire) throw new Error(JSON.stringify(findings))
  const study = await createStudy(db, {
    title: { nl: 'Ervaringen' },
    organisation: { name: 'Voorbeeldstad' },
    sample: false,
    tryOut: false,
    definitionText: JSON.stringify(asked),
    plan: { questions: [], breakdowns: [] },
  })
  const { version } = await publishVersion(db, study.id, { questionnaire, definition: JSON.stringify(asked) })
  const address = `ronde-${randomBytes(4).toString('hex')}`
  const title = { nl: 'Met een code' }
  return openWave(db, study.id, { title, address, version, mode: 'codeAnonymous', frame: null, portion })
}

/** Hands out codes of a wave that were not handed out before. */
export async function handOut(
  { db }: Database,
  wave: Wave,
  count: number,
  groupOf: GroupOf = () => null,
): Promise<readonly string[]> {
  const keys = installationKeys({ key: KEY, file: null, dataFolder: '' }, systemRandomness)
  const codes = Array.from({ length: count }, () => newAccessCode(systemRandomness))
  const place = { studyId: wave.studyId, waveId: wave.id }
  const hashes = codes.map((code) => accessCodeHash(keys.accessCodes, place, code))
  const groups = hashes.map((_, n) => groupOf(n))
  await sql`
    insert into access_codes (study_id, wave_id, code_hash, stratum)
    select ${wave.studyId}, ${wave.id}, unnest(${hashes}::text[]), unnest(${groups}::text[])`.execute(db)
  return codes
}
