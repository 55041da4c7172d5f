import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** Plans as they were fixed for a wave, of which rows are only added; and why an edition takes the place of the one before. */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table fixed_plans (
    study_id uuid not null references studies,
    wave_id uuid not null,
    number integer not null check (number >= 1),
    plan text not null,
    hash text not null,
    before_results boolean not null,
    fixed_by text not null,
    fixed_on text not null,
    primary key (study_id, wave_id, number),
    foreign key (study_id, wave_id) references waves (study_id, id)
  )`,
  `alter table publications add column correction jsonb`,
] as const
