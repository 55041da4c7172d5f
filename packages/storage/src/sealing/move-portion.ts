import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { CodeOutcome } from '../fieldwork/fieldwork-tables.ts'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'
import { atLeast, LEAST_GROUP } from './at-least.ts'
import type { SealingWay } from './sealing-step.ts'

/** The waiting batches of a wave that are sealed together. */
export interface Portion extends WaveReference {
  /** The last of them. */
  readonly upTo: number
}

/**
 * Writes the waiting answers of a portion where they are counted. On each row stands the same week, the last one in
 * which any of them came, and neither channel, language nor who helped: those are counted for the wave as a whole.
 *
 * @returns how many there were
 */
export async function moveResponses(trx: Transaction<Schema>, portion: Portion, way: SealingWay): Promise<number> {
  const { studyId, waveId, upTo } = portion
  const here = sql`study_id = ${studyId} and wave_id = ${waveId} and batch <= ${upTo}`
  const apart = way.does('margins')
  if (apart) await countMargins(trx, portion)
  const told = apart
    ? sql`'und', 'unrecorded', 'notKnown', (select max(week) from pending_responses where ${here})`
    : sql`language, channel, help, week`
  const { numAffectedRows } = await sql`
    insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, help, week,
      withdrawal_hash, content_hash, flags)
    select study_id, ${FREE_ID}, wave_id, version, answers, empties, codes, numbers, ${told}, withdrawal_hash,
      content_hash, flags
    from pending_responses where ${here} ${way.shuffled}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}

/**
 * The id under which a response waits; another one where that was stored in another wave of the study, too, which two
 * servers can do in the same moment. Without it one such id would keep a whole portion from being sealed, for ever.
 */
const FREE_ID = sql`case when exists (
    select from responses known where known.study_id = pending_responses.study_id and known.id = pending_responses.id
  ) then gen_random_uuid() else id end`

async function countMargins(trx: Transaction<Schema>, { studyId, waveId, upTo }: Portion): Promise<void> {
  for (const margin of ['channel', 'language', 'help'] as const) {
    await sql`
      insert into wave_margins as known (study_id, wave_id, margin, value, responses)
      select study_id, wave_id, ${margin}::text, ${sql.ref(margin)}, count(*) from pending_responses
      where study_id = ${studyId} and wave_id = ${waveId} and batch <= ${upTo}
      group by study_id, wave_id, ${sql.ref(margin)}
      on conflict (study_id, wave_id, margin, value)
      do update set responses = known.responses + excluded.responses`.execute(trx)
  }
}

/**
 * Counts the codes of a wave that ends, by group, and marks none: those that wait go with the waiting room, and the others
 * are erased when the portions are mixed. What stays is rounded down, so that nobody's taking part follows from the count of
 * a group; beside how many answers there are it can, where the other groups account for all of them.
 *
 * @returns how many codes waited
 */
export async function countLastCodes(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<number> {
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  await sql`
    insert into code_counts (study_id, wave_id, stratum, made, used, undeliverable, not_in_group, refused, not_invited)
    select known.study_id, known.wave_id, coalesce(known.stratum, ''), count(*),
      ${atLeast(sql`known.state = 'used' or waiting.code_hash is not null`)},
      ${knownAs('undeliverable')}, ${knownAs('notInGroup')}, ${knownAs('refused')}, ${knownAs('notInvited')}
    from access_codes known left join pending_codes waiting using (study_id, wave_id, code_hash)
    where known.study_id = ${studyId} and known.wave_id = ${waveId}
    group by known.study_id, known.wave_id, coalesce(known.stratum, '')
    on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pending_codes where ${here}`.execute(trx)
  return rows[0]?.n ?? 0
}

/** Whether the code was used or not: see `heardApart`. */
const knownAs = (outcome: CodeOutcome): RawBuilder<unknown> =>
  sql`count(*) filter (where known.outcome = ${outcome}::text)`

/** Of a wave with fewer people than a group may have, the languages and who helped are not kept either: they would be about somebody. */
export async function forgetFewMargins(trx: Transaction<Schema>, { studyId, waveId }: WaveReference): Promise<void> {
  const here = sql`study_id = ${studyId} and wave_id = ${waveId}`
  await sql`
    delete from wave_margins where ${here} and margin in ('language', 'help')
      and (select coalesce(sum(codes), 0) from seals where ${here}) < ${sql.lit(LEAST_GROUP)}`.execute(trx)
}

/**
 * Marks the codes of a portion used, in rows that are written anew.
 *
 * @returns how many there were
 */
export async function moveCodes(
  trx: Transaction<Schema>,
  { studyId, waveId, upTo }: Portion,
  way: SealingWay,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with gone as (
      delete from access_codes known using pending_codes waiting
      where waiting.study_id = ${studyId} and waiting.wave_id = ${waveId} and waiting.batch <= ${upTo}
        and known.study_id = waiting.study_id and known.wave_id = waiting.wave_id
        and known.code_hash = waiting.code_hash
      returning known.study_id, known.wave_id, known.code_hash, known.stratum, known.outcome, waiting.ctid
    )
    insert into access_codes (study_id, wave_id, code_hash, stratum, outcome, state)
    select study_id, wave_id, code_hash, stratum, outcome, 'used' from gone ${way.shuffled}`.execute(trx)
  return Number(numAffectedRows ?? 0)
}
