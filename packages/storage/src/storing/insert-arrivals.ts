import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Arrival } from './arrival.ts'

/**
 * Stores the arrivals of one study that may come in, uses up their codes and forgets their drafts: one statement, so one
 * round trip and all or nothing. Of an anonymous wave they go to the waiting room, where only sealing looks at them.
 *
 * An id that is known already, a wave that takes nothing, a code that is no good: such a row is left out and the caller
 * finds out why. No two arrivals may have one id or one code.
 *
 * @returns the ids that were stored, in small letters
 * @throws an error with SQLSTATE 22012 when somebody stored the same id with another code at the same moment: nothing was
 *   stored then
 */
export async function insertArrivals(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const [first] = arrivals
  if (first === undefined) return new Set()
  const { studyId } = first.place
  const { rows } = await sql<{ id: string | null }>`
    with given as (
      select ${studyId}::uuid as study_id, row.* from json_to_recordset(${JSON.stringify(arrivals.map(rowOf))}::json) as row (
        id uuid, wave_id uuid, version integer, answers jsonb, empties jsonb, codes smallint[], numbers float8[],
        language text, channel text, week text, withdrawal_hash text, content_hash text, flags jsonb,
        code_hash text, today date, by_staff boolean)
    ), fitting as materialized (
      select given.*, waves.arriving as batch,
        case when given.by_staff then 'open' else waves.mode end as entrance
      from given
      join waves on waves.study_id = given.study_id and waves.id = given.wave_id
      join versions on versions.study_id = given.study_id and versions.id = given.version
      where (given.by_staff or waves.state = 'open'
          or (waves.state = 'closed' and given.today <= waves.closed_on + waves.grace_days))
        and (given.by_staff or waves.mode = 'open' or exists (
          select from access_codes known where known.study_id = given.study_id and known.wave_id = given.wave_id
            and known.code_hash = given.code_hash and known.state = 'unused'))
        and not exists (select from responses known where known.study_id = given.study_id and known.id = given.id)
        and not exists (select from pending_responses known where known.study_id = given.study_id and known.id = given.id)
        and not exists (select from withdrawn_responses gone where gone.study_id = given.study_id and gone.id = given.id)
    ), used_apart as (
      insert into pending_codes (study_id, wave_id, code_hash, batch)
      select study_id, wave_id, code_hash, batch from fitting where entrance = 'codeAnonymous'
      on conflict do nothing
      returning wave_id, code_hash
    ), used_by_name as (
      update access_codes known set state = 'used', response_id = fitting.id
      from fitting
      where entrance = 'codeConfidential' and known.study_id = fitting.study_id and known.wave_id = fitting.wave_id
        and known.code_hash = fitting.code_hash and known.state = 'unused'
      returning known.wave_id, known.code_hash
    ), stored_apart as (
      insert into pending_responses (${COLUMNS}, batch)
      select ${COLUMNS}, batch from fitting join used_apart using (wave_id, code_hash)
      on conflict do nothing
      returning study_id, id
    ), stored_openly as (
      insert into responses (${COLUMNS})
      select ${COLUMNS} from fitting
      where entrance = 'open' or (wave_id, code_hash) in (select wave_id, code_hash from used_by_name)
      on conflict do nothing
      returning study_id, id
    ), stored as (
      select study_id, id from stored_apart union all select study_id, id from stored_openly
    ), forgotten as (
      delete from drafts using fitting where drafts.study_id = fitting.study_id and drafts.id = fitting.id
        and drafts.wave_id = fitting.wave_id and (drafts.study_id, drafts.id) in (select study_id, id from stored)
    ), codes_alone as (
      select (select count(*) from used_apart) - (select count(*) from stored_apart)
        + (select count(*) from used_by_name)
        - (select count(*) from stored_openly join fitting using (study_id, id) where entrance = 'codeConfidential') as n
    )
    select id from stored where 1 / (case when (select n from codes_alone) = 0 then 1 else 0 end) = 1
    union all
    select null where 1 / (case when (select n from codes_alone) = 0 then 1 else 0 end) = 0`.execute(db)
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

const COLUMNS = sql.raw(
  `study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week, withdrawal_hash,
   content_hash, flags`,
)

function rowOf({ place, response, codeHash, today, byStaff }: Arrival): Readonly<Record<string, unknown>> {
  return {
    id: response.id,
    wave_id: place.waveId,
    version: place.version,
    answers: response.answers,
    empties: response.empties,
    codes: response.codes,
    numbers: response.numbers,
    language: response.language,
    channel: response.channel,
    week: response.week,
    withdrawal_hash: response.withdrawalHash,
    content_hash: response.contentHash,
    flags: response.flags ?? {},
    code_hash: codeHash,
    today,
    by_staff: byStaff,
  }
}
