/**
 * The function that stores responses, as SQL. It is kept in the database because a connection then plans it once: planning
 * these steps costs two milliseconds, more than storing twenty responses does, and statements may carry no names (PgBouncer).
 *
 * Everything is looked up by key, whatever the tables' statistics say; they were made when the tables were empty.
 *
 * Where a wave takes no more than so many, those who store in it take turns, and each counts what the others stored. Whoever
 * has a draft may always finish. Nothing is counted in a row of its own, which would tell who came last.
 *
 * A response that says on which draft it builds is left out where a newer one is kept: somebody was told that it is saved.
 * The drafts are locked before they are looked at, so that none is saved in between.
 *
 * The tables of the waiting room are locked first, in the order in which sealing locks them (`WAITING_ROOM`).
 *
 * Returns the ids that were stored. A row whose id is known, whose wave takes nothing, whose code is no good or whose draft is
 * newer is left out. Raises KB001, and stores nothing, when somebody stored one of the ids with another code at the same moment.
 */
export const STORE_ARRIVALS = `
create function store_arrivals(
  the_study uuid, ids uuid[], wave_ids uuid[], versions integer[], answers text[], empties text[], codes text[],
  numbers text[], languages text[], channels text[], weeks text[], withdrawal_hashes text[], content_hashes text[],
  flags text[], code_hashes text[], days date[], by_staff boolean[], helps text[], drafts_known integer[]
) returns uuid[] language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $function$
declare
  stored_ids uuid[];
  codes_alone bigint;
begin
  lock table pending_responses, pending_codes, drafts in access share mode;
  perform pg_advisory_xact_lock(hashtextextended('quota ' || the_study || ' ' || limited.id, 0))
  from (
    select id from waves where study_id = the_study and id = any(wave_ids) and quotas is not null order by id
  ) limited;
  if array_remove(drafts_known, null) <> '{}' then
    perform from drafts where study_id = the_study and id = any(ids) order by id for update;
  end if;
  with given as (
    select the_study as study_id, row.id, row.wave_id, row.version, row.answers::jsonb as answers,
      row.empties::jsonb as empties, row.codes::smallint[] as codes, row.numbers::float8[] as numbers, row.language,
      row.channel, row.week, row.withdrawal_hash, row.content_hash, row.flags::jsonb as flags, row.code_hash, row.today,
      row.by_staff, row.help, row.draft_known
    from unnest(ids, wave_ids, store_arrivals.versions, store_arrivals.answers, store_arrivals.empties,
      store_arrivals.codes, store_arrivals.numbers, languages, channels, weeks, withdrawal_hashes, content_hashes,
      store_arrivals.flags, code_hashes, days, store_arrivals.by_staff, helps,
      drafts_known)
      as row (id, wave_id, version, answers, empties, codes, numbers, language, channel, week, withdrawal_hash,
        content_hash, flags, code_hash, today, by_staff, help, draft_known)
  ), fitting as materialized (
    select given.*, waves.arriving as batch, case when given.by_staff then 'open' else waves.mode end as entrance,
      waves.quotas, given.codes[(waves.quotas #>> '{by,position}')::integer] as answer,
      given.by_staff or waves.quotas is null or exists (
        select from drafts begun where begun.study_id = given.study_id and begun.id = given.id
          and begun.wave_id = given.wave_id) as has_place
    from given
    join waves on waves.study_id = given.study_id and waves.id = given.wave_id
    join versions on versions.study_id = given.study_id and versions.id = given.version
    where (given.by_staff or (given.today >= coalesce(waves.opens_on, '-infinity')
        and given.today <= case waves.state
          when 'open' then coalesce(waves.closes_on + waves.grace_days, 'infinity')
          when 'closed' then waves.closed_on + waves.grace_days
        end))
      and (given.by_staff or waves.mode = 'open' or exists (
        select from access_codes known where known.study_id = given.study_id and known.wave_id = given.wave_id
          and known.code_hash = given.code_hash and known.state = 'unused'))
      and not exists (select from responses known where known.study_id = given.study_id and known.id = given.id)
      and not exists (select from pending_responses known where known.study_id = given.study_id and known.id = given.id)
      and not exists (select from withdrawn_responses gone where gone.study_id = given.study_id and gone.id = given.id)
      and not exists (
        select from drafts newer where newer.study_id = given.study_id and newer.id = given.id
          and newer.wave_id = given.wave_id and newer.revision > given.draft_known)
  ), limited as materialized (
    select distinct study_id, wave_id, quotas from fitting where not has_place
  ), taken as materialized (
    select stored.wave_id, stored.codes[(stored.quotas #>> '{by,position}')::integer] as answer, count(*) as responses
    from (
      select known.wave_id, known.codes, limited.quotas from responses known join limited using (study_id, wave_id)
      union all
      select known.wave_id, known.codes, limited.quotas from pending_responses known
        join limited using (study_id, wave_id)
    ) stored
    group by 1, 2
  ), admitted_by_answer as (
    select * from (
      select fitting.*,
        row_number() over (partition by wave_id, answer order by has_place desc, id) as next_with_answer
      from fitting) asking
    where has_place or asking.quotas #>> array['by', 'most', asking.answer::text] is null
      or next_with_answer + coalesce((select responses from taken
          where taken.wave_id = asking.wave_id and taken.answer = asking.answer), 0)
        <= (asking.quotas #>> array['by', 'most', asking.answer::text])::integer
  ), admitted as materialized (
    select * from (
      select admitted_by_answer.*, row_number() over (partition by wave_id order by has_place desc, id) as next_of_all
      from admitted_by_answer) asking
    where has_place or asking.quotas ->> 'total' is null
      or next_of_all + (select coalesce(sum(responses), 0) from taken where taken.wave_id = asking.wave_id)
        <= (asking.quotas ->> 'total')::integer
  ), used_apart as (
    insert into pending_codes (study_id, wave_id, code_hash, batch)
    select fitting.study_id, fitting.wave_id, fitting.code_hash, fitting.batch
    from admitted fitting where fitting.entrance = 'codeAnonymous'
    on conflict do nothing
    returning pending_codes.wave_id, pending_codes.code_hash
  ), used_by_name as (
    update access_codes known set state = 'used', response_id = fitting.id
    from admitted fitting
    where fitting.entrance = 'codeConfidential' and known.study_id = fitting.study_id
      and known.wave_id = fitting.wave_id and known.code_hash = fitting.code_hash and known.state = 'unused'
    returning known.wave_id, known.code_hash
  ), stored_apart as (
    insert into pending_responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel,
      week, withdrawal_hash, content_hash, flags, help, batch)
    select f.study_id, f.id, f.wave_id, f.version, f.answers, f.empties, f.codes, f.numbers, f.language, f.channel,
      f.week, f.withdrawal_hash, f.content_hash, f.flags, f.help, f.batch
    from admitted f join used_apart using (wave_id, code_hash)
    on conflict do nothing
    returning pending_responses.id
  ), stored_openly as (
    insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel, week,
      withdrawal_hash, content_hash, flags, help)
    select f.study_id, f.id, f.wave_id, f.version, f.answers, f.empties, f.codes, f.numbers, f.language, f.channel,
      f.week, f.withdrawal_hash, f.content_hash, f.flags, f.help
    from admitted f
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
