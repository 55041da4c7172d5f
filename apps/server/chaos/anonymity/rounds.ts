import { join } from 'node:path'
import { removeLog, sealWave, type SealingStep } from '@klankbord/storage'
import { sql } from 'kysely'
import { answer, saveDraft, withdraw } from './answering.ts'
import { standbyIsUpToDate, type Attacker } from './attacker.ts'
import { backedUp, tiesBetween, type BackupDump } from './backup-evidence.ts'
import type { Client } from './clients.ts'
import type { Tie } from './disk-evidence.ts'
import { dumpOf } from './evidence.ts'

/**
 * What can be left out, to show what it is for: a step of sealing, that a standby's log is removed, too, that expired
 * backups are thrown away, that a proxy writes no line of what respondents do, or that all answers are of one length.
 */
export type Protection = SealingStep | 'standby' | 'backups' | 'lines' | 'padding'

/** A backup in the hands of an attacker, and what it gives away beside what was known before. */
export interface KeptBackup {
  readonly dump: BackupDump
  readonly ties: readonly Tie[]
}

/** What happens while people answer. */
export interface Events {
  /** A backup is made after the first one, and another after the second. */
  readonly backups: boolean
  /** The server is killed while somebody in the middle is busy. */
  readonly kill: boolean
  /** They save a draft, and send in the next round. */
  readonly begin: readonly Client[]
}

/** Everybody of a round answers, one after the other, and the attacker looks on. */
export async function answerAll(
  { place, fieldwork, busy }: Attacker,
  round: readonly Client[],
  events: Events,
): Promise<readonly KeptBackup[]> {
  const { server, proxy, passed } = place
  const before = await dumpOf(fieldwork)
  const dumps: BackupDump[] = []
  for (const [at, client] of round.entries()) {
    const from = passed.length
    const answered = answer(proxy.port, fieldwork, client)
    if (events.kill && at === Math.floor(round.length / 2)) await Promise.all([server.kill('server'), answered])
    else await answered
    busy.set(client, passed.slice(from))
    if (events.backups && at < 2) dumps.push(await backedUp(fieldwork, join(server.dataFolder, 'backups')))
  }
  for (const client of events.begin) await saveDraft(proxy.port, fieldwork, client)
  return dumps.map((dump, at) => ({ dump, ties: tiesBetween([dumps[at - 1] ?? before, dump]) }))
}

/** Lets those of a round withdraw who do so at that time. */
export async function withdrawAll(
  { place, fieldwork }: Attacker,
  round: readonly Client[],
  when: Client['withdraws'],
): Promise<void> {
  for (const client of round) if (client.withdraws === when) await withdraw(place.proxy.port, fieldwork, client)
}

/** The wave is sealed here, not by the server, so that a step can be left out. */
export async function seal(
  attacker: Attacker,
  {
    omit,
    final,
    portion,
  }: { readonly omit: ReadonlySet<Protection>; readonly final: boolean; readonly portion: number },
): Promise<void> {
  const {
    place,
    fieldwork: { database, wave },
  } = attacker
  const here = { studyId: wave.studyId, waveId: wave.id }
  const steps = new Set([...omit].filter((step): step is SealingStep => !OUTSIDE.has(step)))
  // Where something is left out, whoever came first is sealed first: a random choice would only blur what it is for.
  if (omit.size > 0) steps.add('choice')
  await setPortion(portion)
  await sealWave(database.db, here, { today: '2026-11-22', final, omit: steps })
  await setPortion(NEVER)
  // A standby that nobody waits for could miss a file of the log, and would be of no use to an attacker either.
  if (omit.has('standby')) {
    await sql`select pg_switch_wal()`.execute(database.db)
    await standbyIsUpToDate(attacker)
  }
  const standbys = omit.has('standby') ? [] : [{ name: 'standby', db: place.standby.database.db }]
  if (!steps.has('log')) await removeLog(database.db, standbys)

  async function setPortion(least: number): Promise<void> {
    await sql`update waves set portion = ${least} where id = ${wave.id}`.execute(database.db)
  }
}

const OUTSIDE: ReadonlySet<Protection> = new Set(['standby', 'backups', 'lines', 'padding'])

/** The server seals by itself, too; not in these runs. */
const NEVER = 1_000_000
