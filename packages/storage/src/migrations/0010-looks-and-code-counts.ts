import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * What is left of the codes of an anonymous wave that has ended: how many there were of each group, and about how many
 * were used. The codes themselves are erased then, so those of waves that ended before go here. And who looked at single
 * answers, when and why: rows that are only added.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table code_counts (
    study_id uuid not null,
    wave_id uuid not null,
    stratum text not null,
    made integer not null,
    used integer not null,
    primary key (study_id, wave_id, stratum)
  )`,
  `insert into code_counts (study_id, wave_id, stratum, made, used)
    select codes.study_id, codes.wave_id, coalesce(codes.stratum, ''), count(*),
      least(count(*) filter (where codes.state = 'used'), count(*) - 1) / 10 * 10
    from access_codes codes join waves on waves.study_id = codes.study_id and waves.id = codes.wave_id
    where waves.mode = 'codeAnonymous' and waves.state = 'sealed'
    group by codes.study_id, codes.wave_id, coalesce(codes.stratum, '')`,
  `delete from access_codes using waves
    where waves.study_id = access_codes.study_id and waves.id = access_codes.wave_id
      and waves.mode = 'codeAnonymous' and waves.state = 'sealed'`,
  `create table looks (
    study_id uuid not null references studies,
    number integer not null check (number >= 1),
    wave_id uuid not null,
    what text not null check (what in ('flagged', 'responses')),
    responses integer not null,
    purpose text not null,
    looked_by text not null,
    looked_on text not null,
    primary key (study_id, number)
  )`,
  `create trigger only_added before update or delete or truncate on looks
    for each statement execute function refuse_change()`,
] as const
