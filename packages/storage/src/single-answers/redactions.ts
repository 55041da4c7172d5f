import { problem, type Answers, type ResponseFlags } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import { rememberClearing } from '../sealing/clearings.ts'
import { keepFromMixing } from '../sealing/mix-wave.ts'
import type { WaveReference } from '../waves.ts'

/** That an open answer was made unreadable: never what it said, nor of which response it was. */
export interface Redaction {
  readonly waveId: string
  readonly variable: string
  /** Not only stretches of it. */
  readonly whole: boolean
  readonly why: string
  readonly by: string
  /** ISO date. */
  readonly on: string
}

/** A response as it is after a redaction. */
export interface RedactedResponse {
  readonly id: string
  readonly answers: Answers
  readonly flags: ResponseFlags
}

/** Keeps a response where it is until the transaction ends, to read and then to redact it; its first statement. */
export async function holdForRedaction(trx: Kysely<Schema>, wave: WaveReference): Promise<void> {
  await keepFromMixing(trx, wave)
}

/**
 * Writes a response anew without what was made unreadable, takes what was quoted of that answer away, and writes down that
 * it was done. The hash of its content stays that of what was sent: sent again by whoever wrote it, it is the same response
 * and nothing comes back. What it said is to be cleared out of the files.
 *
 * @param trx a transaction of `deletingFrom`, after `holdForRedaction`
 * @throws Problem `unknownResponse` when it was withdrawn in the meantime
 */
export async function redactResponse(
  trx: Kysely<Schema>,
  wave: WaveReference,
  { id, answers, flags }: RedactedResponse,
  said: Omit<Redaction, 'waveId'>,
): Promise<void> {
  const { studyId, waveId } = wave
  const written = await trx
    .updateTable('responses')
    .set({ answers: JSON.stringify(answers), flags: JSON.stringify(flags) })
    .where('study_id', '=', studyId)
    .where('wave_id', '=', waveId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (written.numUpdatedRows === 0n) throw problem('unknownResponse', { wave: waveId })
  await trx
    .deleteFrom('quotes')
    .where('study_id', '=', studyId)
    .where('response_id', '=', id)
    .where('variable', '=', said.variable)
    .execute()
  await sql`
    insert into redactions (study_id, number, wave_id, variable, whole, why, redacted_by, redacted_on)
    select ${studyId}, coalesce(max(number), 0) + 1, ${waveId}, ${said.variable}, ${said.whole}::boolean, ${said.why},
      ${said.by}, ${said.on}
    from redactions where study_id = ${studyId}`.execute(trx)
  await rememberClearing(trx, studyId, ['responses', 'quotes'])
}

/** What was made unreadable in a study, the first first. */
export async function listRedactions(db: Kysely<Schema>, studyId: string): Promise<readonly Redaction[]> {
  if (!isUuid(studyId)) return []
  const rows = await db.selectFrom('redactions').selectAll().where('study_id', '=', studyId).orderBy('number').execute()
  return rows.map(({ wave_id: waveId, variable, whole, why, redacted_by: by, redacted_on: on }) => ({
    waveId,
    variable,
    whole,
    why,
    by,
    on,
  }))
}
