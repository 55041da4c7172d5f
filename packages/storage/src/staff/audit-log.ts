import { contentHash, type Json } from '@klankbord/model'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** Something that somebody of the staff did or saw. No answer, code, name or address of a respondent belongs in it. */
export interface AuditNotice {
  /** Null: the server itself, or a command on its machine. */
  readonly user: { readonly id: string; readonly name: string } | null
  /** `study.exported`, `signIn.refused` … */
  readonly action: string
  readonly organisationId: string | null
  readonly studyId: string | null
  readonly details: Readonly<Record<string, Json>>
}

/** A line of the audit log. */
export interface AuditEntry extends AuditNotice {
  /** 1, 2, 3 … */
  readonly number: number
  readonly at: Date
  readonly previous: string
  readonly hash: string
}

/** Where the log is no longer what was written. */
export interface AuditFault {
  readonly number: number
  readonly fault: 'changed' | 'missing' | 'cutOff'
}

/** Adds a line to the log, after those that others are adding now. */
export async function addAuditEntry(db: Kysely<Schema>, at: Date, notice: AuditNotice): Promise<AuditEntry> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('audit_head')
      .values({ number: '0', hash: '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const head = await trx.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
    const entry = chained({ ...notice, at, number: Number(head.number) + 1, previous: head.hash })
    const { user, action, organisationId, studyId, details, number, previous, hash } = entry
    await trx
      .insertInto('audit_log')
      .values({
        number: String(number),
        at,
        user_id: user?.id ?? null,
        user_name: user?.name ?? '',
        action,
        organisation_id: organisationId,
        study_id: studyId,
        details: JSON.stringify(details),
        previous,
        hash,
      })
      .execute()
    await trx
      .updateTable('audit_head')
      .set({ number: String(number), hash })
      .execute()
    return entry
  })
}

/** The last lines of the log, newest first; only of one study when it is named. */
export async function readAuditLog(
  db: Kysely<Schema>,
  { before, limit, studyId }: { readonly before?: number; readonly limit: number; readonly studyId?: string },
): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_log')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('number', '<', String(before)))
    .$if(studyId !== undefined, (query) => query.where('study_id', '=', String(studyId)))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** Whether somebody did a thing before, with just these details. */
export async function wasAudited(
  db: Kysely<Schema>,
  {
    userId,
    action,
    studyId,
    details,
  }: {
    readonly userId: string
    readonly action: string
    readonly studyId: string
    readonly details: AuditNotice['details']
  },
): Promise<boolean> {
  const row = await db
    .selectFrom('audit_log')
    .select('number')
    .where('study_id', '=', studyId)
    .where('user_id', '=', userId)
    .where('action', '=', action)
    .where(sql<boolean>`details::jsonb = ${JSON.stringify(details)}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether anybody did one of these things of a wave before, or of its study without saying of which wave. */
export async function sawWave(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
  actions: readonly string[],
): Promise<boolean> {
  const row = await db
    .selectFrom('audit_log')
    .select('number')
    .where('study_id', '=', studyId)
    .where('action', 'in', actions)
    .where(sql<boolean>`coalesce(details ->> 'wave', ${waveId}) = ${waveId}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Holds each line against the one before and the last against the head. @returns the first fault, or null */
export async function checkAuditLog(db: Kysely<Schema>): Promise<AuditFault | null> {
  const rows = await db.selectFrom('audit_log').selectAll().orderBy('number').execute()
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirst()
  let [number, previous] = [0, '']
  for (const entry of rows.map(entryOf)) {
    number += 1
    if (entry.number !== number) return { number, fault: 'missing' }
    if (entry.previous !== previous || chained(entry).hash !== entry.hash) return { number, fault: 'changed' }
    previous = entry.hash
  }
  const { number: last, hash } = head ?? { number: 0, hash: '' }
  return Number(last) === number && hash === previous ? null : { number: number + 1, fault: 'cutOff' }
}

function chained(entry: Omit<AuditEntry, 'hash'>): AuditEntry {
  const { number, at, user, action, organisationId, studyId, details, previous } = entry
  const said = { number, at: at.toISOString(), user, action, organisationId, studyId, details, previous }
  return { ...said, at, hash: contentHash({ format: 'klankbord-audit/1', ...said }) }
}

function entryOf(row: Selectable<Schema['audit_log']>): AuditEntry {
  const { at, action, details, previous, hash } = row
  return {
    number: Number(row.number),
    at,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name },
    action,
    organisationId: row.organisation_id,
    studyId: row.study_id,
    details,
    previous,
    hash,
  }
}
