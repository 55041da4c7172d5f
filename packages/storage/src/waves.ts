import { randomInt, randomUUID } from 'node:crypto'
import {
  NO_PLAN,
  problem,
  type Frame,
  type LocalizedText,
  type OfferedChannel,
  type Questionnaire,
  type WaveMode,
  type WavePlan,
  type WaveState,
} from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import type { Schema } from './schema.ts'
import { isUuid } from './is-uuid.ts'
import { studyOf, type Study } from './studies.ts'
import { questionnaireOf } from './versions.ts'

/** Where a wave is: its study and its id. */
export interface WaveReference {
  readonly studyId: string
  readonly waveId: string
}

export interface NewWave extends Partial<WavePlan> {
  readonly title: LocalizedText
  /** What people type and say over the telephone; made up when left out. */
  readonly address?: string
  readonly version: number
  readonly mode: WaveMode
  /** Null: nobody knows who could have answered. */
  readonly frame: Frame | null
  /** `open` when left out. */
  readonly state?: WaveState
  /** How many days after closing who had begun may still send; 21 when left out. */
  readonly graceDays?: number
  /** How many responses of an anonymous wave at least are sealed together; 20 when left out. */
  readonly portion?: number
  /** For trying out only: never counted, and erased on a day. */
  readonly tryOut?: boolean
  /** ISO date on which a try-out erases itself. */
  readonly erasesOn?: string | null
}

/** One round of asking. */
export interface Wave extends Required<NewWave> {
  readonly id: string
  readonly studyId: string
  /** ISO date of the last day on which who had begun may send; null where nobody knows yet when people may begin no more. */
  readonly lastDay: string | null
}

/**
 * Opens a wave of a published version.
 *
 * @throws Problem `addressTaken`, `addressNotUsable`, `unknownVersion`
 */
export async function openWave(db: Kysely<Schema>, studyId: string, wave: NewWave): Promise<Wave> {
  if (wave.address !== undefined && !/^[a-z0-9](?:-?[a-z0-9]){2,39}$/.test(wave.address)) {
    throw problem('addressNotUsable', { address: wave.address })
  }
  return db.transaction().execute(async (trx) => {
    const version = isUuid(studyId)
      ? await trx
          .selectFrom('versions')
          .select('id')
          .where('study_id', '=', studyId)
          .where('id', '=', wave.version)
          .executeTakeFirst()
      : undefined
    if (!version) throw problem('unknownVersion', { version: wave.version })
    const id = randomUUID()
    const address = await claimAddress(trx, wave.address, { studyId, waveId: id })
    const row = await trx
      .insertInto('waves')
      .values({
        study_id: studyId,
        id,
        title: JSON.stringify(wave.title),
        address,
        version: wave.version,
        mode: wave.mode,
        state: wave.state ?? 'open',
        frame: wave.frame === null ? null : JSON.stringify(wave.frame),
        ...(wave.graceDays === undefined ? {} : { grace_days: wave.graceDays }),
        ...(wave.portion === undefined ? {} : { portion: wave.portion }),
        ...planColumns({ ...NO_PLAN, ...wave }),
        try_out: wave.tryOut ?? false,
        erases_on: wave.erasesOn ?? null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    return waveOf(row)
  })
}

/** The waves of a study, in the order in which they were opened. */
export async function listWaves(db: Kysely<Schema>, studyId: string): Promise<readonly Wave[]> {
  if (!isUuid(studyId)) return []
  const rows = await db
    .selectFrom('waves')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('opened')
    .orderBy('id')
    .execute()
  return rows.map(waveOf)
}

/** The wave, or null. */
export async function findWave(db: Kysely<Schema>, { studyId, waveId }: WaveReference): Promise<Wave | null> {
  if (!isUuid(studyId) || !isUuid(waveId)) return null
  const row = await db
    .selectFrom('waves')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('id', '=', waveId)
    .executeTakeFirst()
  return row ? waveOf(row) : null
}

/** What a visitor of an address needs: the wave, its study and the questionnaire of its version; or null. */
export async function findWaveByAddress(
  db: Kysely<Schema>,
  address: string,
): Promise<{ readonly study: Study; readonly wave: Wave; readonly questionnaire: Questionnaire } | null> {
  // A text column takes any text but NUL, and no address has one.
  if (address.includes('\0')) return null
  const place = await db.selectFrom('wave_addresses').selectAll().where('address', '=', address).executeTakeFirst()
  if (!place) return null
  const [study, wave] = await Promise.all([
    db.selectFrom('studies').selectAll().where('study_id', '=', place.study_id).executeTakeFirst(),
    db
      .selectFrom('waves')
      .innerJoin('versions', (join) =>
        join.onRef('versions.study_id', '=', 'waves.study_id').onRef('versions.id', '=', 'waves.version'),
      )
      .selectAll('waves')
      .select('versions.questionnaire')
      .where('waves.study_id', '=', place.study_id)
      .where('waves.id', '=', place.wave_id)
      .executeTakeFirst(),
  ])
  if (!study || !wave) return null
  return { study: studyOf(study), wave: waveOf(wave), questionnaire: questionnaireOf(wave.questionnaire) }
}

/**
 * Closes a wave: nobody begins any more, and who had begun may send until its days of grace are over. A wave that was
 * closed before stays as it was.
 *
 * @param today ISO date
 * @throws Problem `unknownWave`
 */
export async function closeWave(db: Kysely<Schema>, { studyId, waveId }: WaveReference, today: string): Promise<Wave> {
  const known = isUuid(studyId) && isUuid(waveId)
  if (known) {
    await db
      .updateTable('waves')
      .set({ state: 'closed', closed_on: today })
      .where('study_id', '=', studyId)
      .where('id', '=', waveId)
      .where('state', '=', 'open')
      .execute()
  }
  const wave = await findWave(db, { studyId, waveId })
  if (wave === null) throw problem('unknownWave', { wave: waveId })
  return wave
}

async function claimAddress(db: Kysely<Schema>, wanted: string | undefined, place: WaveReference): Promise<string> {
  for (;;) {
    const address = wanted ?? inventAddress()
    const claimed = await db
      .insertInto('wave_addresses')
      .values({ address, study_id: place.studyId, wave_id: place.waveId })
      .onConflict((conflict) => conflict.column('address').doNothing())
      .returning('address')
      .executeTakeFirst()
    if (claimed) return address
    if (wanted !== undefined) throw problem('addressTaken', { address })
  }
}

// Letters that Dutch ears tell apart, in open syllables, so that an address can be spelled and remembered.
const CONSONANTS = 'bdfhklmnprtw'
const VOWELS = 'aeiou'

function inventAddress(): string {
  const letter = (from: string): string => from.charAt(randomInt(from.length))
  const syllable = (): string => letter(CONSONANTS) + letter(VOWELS)
  return `${syllable()}${syllable()}-${syllable()}${syllable()}`
}

/** The parts of a plan that are given, as they stand in a row. */
export function planColumns({ opensOn, closesOn, resultsFrom, languages, channels, quotas }: Partial<WavePlan>): {
  readonly opens_on?: string | null
  readonly closes_on?: string | null
  readonly results_from?: string | null
  readonly languages?: readonly string[] | null
  readonly channels?: readonly OfferedChannel[]
  readonly quotas?: string | null
} {
  return {
    ...(opensOn !== undefined && { opens_on: opensOn }),
    ...(closesOn !== undefined && { closes_on: closesOn }),
    ...(resultsFrom !== undefined && { results_from: resultsFrom }),
    ...(languages !== undefined && { languages }),
    ...(channels !== undefined && { channels }),
    ...(quotas !== undefined && { quotas: quotas === null ? null : JSON.stringify(quotas) }),
  }
}

function waveOf(row: Selectable<Schema['waves']>): Wave {
  return {
    id: row.id,
    studyId: row.study_id,
    title: row.title,
    address: row.address,
    version: row.version,
    mode: row.mode,
    state: row.state,
    frame: row.frame,
    graceDays: row.grace_days,
    portion: row.portion,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    resultsFrom: row.results_from,
    languages: row.languages,
    channels: row.channels,
    quotas: row.quotas,
    tryOut: row.try_out,
    erasesOn: row.erases_on,
    lastDay: lastDayOf(row),
  }
}

/** As `LAST_DAY` does in the database. */
function lastDayOf(row: Selectable<Schema['waves']>): string | null {
  const closed = row.state === 'open' ? row.closes_on : row.closed_on
  return closed === null ? null : daysAfter(closed, row.grace_days)
}

/** @example daysAfter('2026-12-24', 21) // '2027-01-14' */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}
