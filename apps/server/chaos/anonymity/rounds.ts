import { join } from 'node:path'
import { removeLog, sealWave, type SealingStep } from '@klankbord/storage'
import { sql } from 'kysely'
import type { Fieldwork } from '../fieldwork.ts'
import type { SupervisedServer } from '../supervised-server.ts'
import { answer, withdraw } from './answering.ts'
import { backedUp, tiesBetween, type BackupDump } from './backup-evidence.ts'
import type { Client } from './clients.ts'
import type { Tie } from './disk-evidence.ts'
import { dumpOf } from './evidence.ts'

/**
 * What can be left out, to show what it is for: a step of sealing, or that expired backups are thrown away. That the codes
 * of a wave are erased at its end is never done here: this attacker was there, and knows who took part.
 */
export type Protection = Exclude<SealingStep, 'codes'> | 'backups'

/** A backup in the hands of an attacker, and what it gives away beside what was known before. */
export interface KeptBackup {
  readonly dump: BackupDump
  readonly ties: readonly Tie[]
}

/**
 * Everybody of a round saves a draft and sends.
 *
 * @param withBackups whether a backup is made after the first one, and another after the second
 */
export async function answerAll(
  { port, dataFolder }: SupervisedServer,
  fieldwork: Fieldwork,
  round: readonly Client[],
  withBackups: boolean,
): Promise<readonly KeptBackup[]> {
  const before = await dumpOf(fieldwork)
  const dumps: BackupDump[] = []
  for (const [at, client] of round.entries()) {
    await answer(port, fieldwork, client)
    if (withBackups && at < 2) dumps.push(await backedUp(fieldwork, join(dataFolder, 'backups')))
  }
  return dumps.map((dump, at) => ({ dump, ties: tiesBetween([dumps[at - 1] ?? before, dump]) }))
}

/** Lets those of a round withdraw who do so at that time. */
export async function withdrawAll(
  { port }: SupervisedServer,
  fieldwork: Fieldwork,
  round: readonly Client[],
  when: Client['withdraws'],
): Promise<void> {
  for (const client of round) if (client.withdraws === when) await withdraw(port, fieldwork, client)
}

export async function killAndWait(server: SupervisedServer): Promise<void> {
  await server.kill('server')
  await server.ready()
}

/** The wave is sealed here, not by the server, so that a step can be left out. */
export async function seal(
  { database, wave }: Fieldwork,
  {
    omit,
    final,
    portion,
  }: { readonly omit: ReadonlySet<Protection>; readonly final: boolean; readonly portion: number },
): Promise<void> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  const left = [...omit].filter((step): step is Exclude<Protection, 'backups'> => step !== 'backups')
  const steps = new Set<SealingStep>([...left, 'codes'])
  await setPortion(portion)
  await sealWave(database.db, place, { today: '2026-11-22', final, omit: steps })
  await setPortion(NEVER)
  if (!steps.has('log')) await removeLog(database.db)

  async function setPortion(least: number): Promise<void> {
    await sql`update waves set portion = ${least} where id = ${wave.id}`.execute(database.db)
  }
}

/** The server seals by itself, too; not in these runs. */
const NEVER = 1_000_000
