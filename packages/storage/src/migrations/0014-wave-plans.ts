import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { STORE_ARRIVALS } from './store-arrivals.ts'

/**
 * What is planned for a wave beforehand: its days, its languages, how people may answer and how many at most, and whether
 * it is there to try out only. With each response, who helped.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table waves
    add column opens_on date,
    add column closes_on date check (closes_on >= opens_on),
    add column languages text[],
    add column channels text[] not null default '{web}',
    add column quotas jsonb,
    add column try_out boolean not null default false,
    add column erases_on date check (try_out or erases_on is null)`,
  `alter table responses add column help text not null default 'notKnown'`,
  `alter table pending_responses add column help text not null default 'notKnown'`,
  `alter table wave_margins
    drop constraint wave_margins_margin_check,
    add constraint wave_margins_margin_check check (margin in ('channel', 'language', 'help'))`,
  'drop function store_arrivals',
  STORE_ARRIVALS,
] as const
