/**
 * The function that stores responses, as SQL. It is kept in the database because a connection then plans it once: planning
 * these steps costs two milliseconds, more than storing twenty responses does, and statements may carry no names (PgBouncer).
 *
 * Everything is looked up by key, whatever the tables' statistics say; they were made when the tables were empty.
 *
 * Returns the ids that were stored. A row whose id is known, whose wave takes nothing or whose code is no good is left
 * out. Raises KB001, and stores nothing, when somebody stored one of the ids with another code at the same moment.
 */
export const STORE_ARRIVALS = `
create function store_arrivals(
  the_study uuid, ids uuid[], wave_ids uuid[], versions integer[], answers text[], empties text[], codes text[],
  numbers text[], languages text[], channels text[], weeks text[], withdrawal_hashes text[], content_hashes text[],
  flags text[], code_hashes text[], days date[], by_staff boolean[]
) returns uuid[] language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $function$
declare
  stored_ids uuid[];
  codes_alone bigint;
begin
  with given as (
    select the_study as study_id, row.id, row.wave_id, row.version, row.answers::jsonb as answers,
      row.empties::jsonb as empties, row.codes::smallint[] as codes, row.numbers::float8[] as numbers, row.language,
      row.channel, row.week, row.withdrawal_hash, row.content_hash, row.flags::jsonb as flags, row.code_hash, row.today,
      row.by_staff
    from unnest(ids, wave_ids, store_arrivals.versions, store_arrivals.answers, store_arrivals.empties,
      store_arrivals.codes, store_arrivals.numbers, languages, channels, weeks, withdrawal_hashes, content_hashes,
      store_arrivals.flags, code_hashes, days, store_arrivals.by_staff)
      as row (id, wave_id, version, answers, empties, codes, numbers, language, channel, week, withdrawal_hash,
        content_hash, flags, code_hash, today, by_staff)
  ), fitting as materialized (
    select given.*, waves.arriving as batch, case when given.by_staff then 'open' else waves.mode end as entrance
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
    select fitting.study_id, fitting.wave_id, fitting.code_hash, fitting.batch
    from fitting where fitting.entrance = 'codeAnonymous'
    on conflict do nothing
    returning pending_codes.wave_id, pending_codes.code_hash
  ), used_by_name as (
    update access_codes known set state = 'used', response_id = fitting.id
    from fitting
    where fitting.entrance = 'codeConfidential' and known.study_id = fitting.study_id
      and known.wave_id = fitting.wave_id and known.code_hash = fitting.code_hash and known.state = 'unused'
    returning known.wave_id, known.code_hash
  ), stored_apart as (
    insert into pending_responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel,
      week, withdrawal_hash, content_hash, flags, batch)
    select f.study_id, f.id, f.wave_id, f.version, f.answers, f.empties, f.codes, f.numbers, f.language, f.channel,
      f.week, f.withdrawal_hash, f.content_hash, f.flags, f.batch
    from fitting f join used_apart using (wave_id, code_hash)
    on conflict do nothing
    returning pending_responses.id
  ), stored_openly as (
    insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week,
      withdrawal_hash, content_hash, flags)
    select f.study_id, f.id, f.wave_id, f.version, f.answers, f.empties, f.codes, f.numbers, f.language, f.channel,
      f.week, f.withdrawal_hash, f.content_hash, f.flags
    from fitting f
    where f.entrance = 'open' or (f.wave_id, f.code_hash) in (select wave_id, code_hash from used_by_name)
    on conflict do nothing
    returning responses.id
  ), stored as (
    select id from stored_apart union all select id from stored_openly
  ), forgotten as (
    delete from drafts using fitting
    where drafts.study_id = fitting.study_id and drafts.id = fitting.id and drafts.wave_id = fitting.wave_id
      and drafts.id in (select id from stored)
  )
  select
    (select array_agg(id) from stored),
    (select count(*) from used_apart) - (select count(*) from stored_apart)
      + (select count(*) from used_by_name)
      - (select count(*) from fitting where entrance = 'codeConfidential' and id in (select id from stored_openly))
  into stored_ids, codes_alone;
  if codes_alone <> 0 then
    raise exception 'a code would be used without its response' using errcode = 'KB001';
  end if;
  return stored_ids;
end
$function$`
