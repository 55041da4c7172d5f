import { problem, type WaveMode, type WaveState } from '@klankbord/model'
import { sql, type Kysely, type Transaction } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { rememberClearing } from './clearings.ts'
import { choosePortion } from './choose-portion.ts'
import { mixWave } from './mix-wave.ts'
import { countLastCodes, forgetFewMargins, moveCodes, moveResponses, type Portion } from './move-portion.ts'
import { forgetPaperEntries } from '../paper/paper-entries.ts'
import { renewDrafts, renewWaitingRoom } from './renew-relations.ts'
import { sealingWay, type SealingStep, type SealingWay } from './sealing-step.ts'
import { WAITING_ROOM } from './waiting-room.ts'

export interface SealOptions {
  /** ISO date, kept with the portion. */
  readonly today: string
  /** The end of a wave: everything that waits is sealed, all portions are mixed, and it takes nothing more. */
  readonly final: boolean
  /** Steps to leave out. Only the attack test does so, to show what each is for. */
  readonly omit?: ReadonlySet<SealingStep>
}

/** What was sealed together. */
export interface SealedPortion {
  /** 1, 2, 3 …; null when nothing waited and the wave only ended. */
  readonly portion: number | null
  readonly responses: number
  /** One for each response, and one for each that was withdrawn while it waited. */
  readonly codes: number
}

/**
 * Seals a portion of an anonymous wave: moves its answers from the waiting room to where they are counted, marks their
 * codes used, and leaves nothing in the tables that says which came with which. All or nothing. Who sends answers
 * meanwhile waits. At the end no code is marked any more: all of them are erased and all portions are mixed, which keeps
 * nobody waiting and may be made up for by calling this again. Another kind of wave has nothing to seal but its end.
 *
 * Afterwards `removeLog` must be called: the write-ahead log still holds what arrived. Until then `dueClearings` has it.
 *
 * @returns null when too few wait and the wave is not at its end, or when it is sealed already
 * @throws Problem `unknownWave`; `databaseUnavailable` when somebody holds the tables, such as a backup: try again later
 */
export async function sealWave(
  db: Kysely<Schema>,
  wave: WaveReference,
  options: SealOptions,
): Promise<SealedPortion | null> {
  const sealed = await db.transaction().execute((trx) => sealWithin(trx, wave, options))
  if (options.final) await mixWave(db, wave, sealingWay(options.omit))
  return sealed
}

async function sealWithin(
  trx: Transaction<Schema>,
  wave: WaveReference,
  options: SealOptions,
): Promise<SealedPortion | null> {
  await lockOut(trx)
  const { state, portion: least, mode } = await lockedWave(trx, wave)
  if (state === 'sealed') return null
  const way = sealingWay(options.omit)
  const upTo = options.final || !way.does('portion') ? EVERY_BATCH : await choosePortion(trx, wave, least, way)
  if (upTo === null) return null
  const last = options.final && mode === 'codeAnonymous' && way.does('codes')
  const sealed = await sealPortion(trx, { ...wave, upTo, last }, way, options.today)
  if (last) await forgetFewMargins(trx, wave)
  if (options.final) await endWave(trx, wave, options.today)
  const typed = options.final ? await forgetPaperEntries(trx, wave) : 0
  if (sealed.portion === null && !options.final) return null
  await rememberClearing(trx, wave.studyId, typed > 0 ? ['paper_entries'] : [])
  return sealed
}

const EVERY_BATCH = 2_147_483_647
/** Writers wait behind whoever waits for these tables, so not for long. */
const PATIENCE = '3s'

async function lockOut(trx: Transaction<Schema>): Promise<void> {
  await sql`set local lock_timeout = ${sql.lit(PATIENCE)}`.execute(trx)
  const tables = sql.join(WAITING_ROOM.map((table) => sql.table(table)))
  await sql`lock table ${tables} in access exclusive mode`.execute(trx)
}

async function lockedWave(
  trx: Transaction<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<{ readonly state: WaveState; readonly portion: number; readonly mode: WaveMode }> {
  const wave =
    isUuid(studyId) && isUuid(waveId)
      ? await trx
          .selectFrom('waves')
          .select(['state', 'portion', 'mode'])
          .where('study_id', '=', studyId)
          .where('id', '=', waveId)
          .forUpdate()
          .executeTakeFirst()
      : undefined
  if (!wave) throw problem('unknownWave', { wave: waveId })
  return wave
}

async function sealPortion(
  trx: Transaction<Schema>,
  portion: Portion & { /** Of an anonymous wave, so its codes are not needed any more. */ readonly last: boolean },
  way: SealingWay,
  today: string,
): Promise<SealedPortion> {
  const responses = await moveResponses(trx, portion, way)
  const codes = portion.last ? await countLastCodes(trx, portion) : await moveCodes(trx, portion, way)
  if (responses === 0 && codes === 0) return { portion: null, responses, codes }
  await renewWaitingRoom(trx, portion, way)
  await renewDrafts(trx, way)
  return { portion: await record(trx, portion, { responses, codes, today }), responses, codes }
}

async function record(
  trx: Transaction<Schema>,
  { studyId, waveId }: WaveReference,
  { responses, codes, today }: { readonly responses: number; readonly codes: number; readonly today: string },
): Promise<number> {
  const { rows } = await sql<{ portion: number }>`
    insert into seals (study_id, wave_id, portion, responses, codes, sealed_on)
    select ${studyId}, ${waveId}, coalesce(max(portion), 0) + 1, ${responses}, ${codes}, ${today}::date
    from seals where study_id = ${studyId} and wave_id = ${waveId}
    returning portion`.execute(trx)
  return rows[0]?.portion ?? 1
}

/** A wave that nobody closed before was closed by this: from the day of closing counts how long its answers are kept. */
async function endWave(trx: Transaction<Schema>, wave: WaveReference, today: string): Promise<void> {
  await sql`
    update waves set state = 'sealed', closed_on = case when state = 'open' then ${today}::date else closed_on end
    where study_id = ${wave.studyId} and id = ${wave.waveId}`.execute(trx)
}
