import { canonicalJson } from '@klankbord/model'
import { sql } from 'kysely'
import type { Fieldwork } from './fieldwork.ts'
import type { Sender } from './sender.ts'

/** What became of everything that was sent. */
export interface Account {
  readonly sent: number
  readonly acknowledged: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There more than once. */
  readonly doubled: number
  /** There with other answers than were sent, or without all that belongs to them. */
  readonly damaged: number
  /** There, and sent by nobody. */
  readonly invented: number
  /** Codes that are used without an answer, or the other way round. */
  readonly codesOutOfStep: number
}

interface StoredRow {
  readonly id: string
  readonly answers: unknown
  readonly codes: readonly number[]
}

/** Holds what the database has against what was sent and acknowledged. */
export async function accountOf(
  { database, wave }: Pick<Fieldwork, 'database' | 'wave'>,
  senders: readonly Sender[],
): Promise<Account> {
  const rows = await storedRows(database.db, wave.id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(senders.map(({ id }) => id))
  const acknowledged = senders.filter((sender) => sender.acknowledged)
  const widths = new Set(rows.map(({ codes }) => codes.length))
  return {
    sent: senders.length,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ id }) => !byId.has(id)).length,
    doubled: rows.length - byId.size,
    damaged:
      senders.filter(({ id, answers }) => {
        const row = byId.get(id)
        return row !== undefined && canonicalJson(row.answers) !== canonicalJson(answers)
      }).length + Math.max(0, widths.size - 1),
    invented: rows.filter(({ id }) => !known.has(id)).length,
    codesOutOfStep: Math.abs((await usedCodes(database.db, wave.id)) - rows.length),
  }
}

async function storedRows(db: Fieldwork['database']['db'], waveId: string): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select id, answers, codes from responses where wave_id = ${waveId}
    union all select id, answers, codes from pending_responses where wave_id = ${waveId}`.execute(db)
  return rows
}

async function usedCodes(db: Fieldwork['database']['db'], waveId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select ((select count(*) from access_codes where wave_id = ${waveId} and state = 'used')
      + (select count(*) from pending_codes where wave_id = ${waveId}))::integer as n`.execute(db)
  return rows[0]?.n ?? 0
}
