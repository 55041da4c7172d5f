import { sql } from 'kysely'
import type { Fieldwork } from '../fieldwork.ts'

/** A row as a dump with system columns shows it: where it stands and which transaction wrote it. */
export interface DumpedResponse {
  readonly id: string
  readonly xmin: string
  readonly language: string
  /** Whether they are answers of somebody who came by the page that few see. */
  readonly longWay: boolean
  /** Everything that stands beside the answers, and which questions were answered: where it came from might show in it. */
  readonly shape: string
}

export interface DumpedCode {
  readonly codeHash: string
  readonly xmin: string
}

/** What a dump of the whole database shows of a wave, each table in the order in which its rows lie. */
export interface Dump {
  readonly responses: readonly DumpedResponse[]
  readonly used: readonly DumpedCode[]
  readonly waiting: readonly DumpedResponse[]
  readonly waitingCodes: readonly DumpedCode[]
}

export async function dumpOf({ database, wave }: Pick<Fieldwork, 'database' | 'wave'>): Promise<Dump> {
  const responsesIn = async (table: string): Promise<readonly DumpedResponse[]> => {
    const { rows } = await sql<DumpedResponse>`
      select id, xmin::text, language, answers->>'grade' = '5' as "longWay",
        concat_ws(' ', version, language, channel, week, empties, flags, withdrawal_hash is null,
          (select string_agg(name, ',' order by name) from jsonb_object_keys(answers) as name)) as shape
      from ${sql.table(table)} where wave_id = ${wave.id} order by ctid`.execute(database.db)
    return rows
  }
  const codesIn = async (table: string, which: ReturnType<typeof sql>): Promise<readonly DumpedCode[]> => {
    const { rows } = await sql<DumpedCode>`
      select code_hash as "codeHash", xmin::text from ${sql.table(table)}
      where wave_id = ${wave.id} and ${which} order by ctid`.execute(database.db)
    return rows
  }
  return {
    responses: await responsesIn('responses'),
    used: await codesIn('access_codes', sql`state = 'used'`),
    waiting: await responsesIn('pending_responses'),
    waitingCodes: await codesIn('pending_codes', sql`true`),
  }
}

/** What became visible together: the answers and the used codes of one portion. */
export interface SealedTogether {
  readonly responses: readonly DumpedResponse[]
  readonly codes: readonly DumpedCode[]
}

/** @example togetherIn(before, after).responses // those that are in the second dump and not in the first */
export function togetherIn(before: Dump, after: Dump): SealedTogether {
  const known = new Set(before.responses.map(({ id }) => id))
  const spent = new Set(before.used.map(({ codeHash }) => codeHash))
  return {
    responses: after.responses.filter(({ id }) => !known.has(id)),
    codes: after.used.filter(({ codeHash }) => !spent.has(codeHash)),
  }
}
