import { join } from 'node:path'
import { removeLog, sealWave, type SealingStep } from '@klankbord/storage'
import { seededRandom, type SeededRandom } from '@klankbord/testing'
import { sql } from 'kysely'
import { accessCodeHash } from '../../src/access/access-code.ts'
import { installationKeys } from '../../src/keys/installation-key.ts'
import { systemRandomness } from '../../src/randomness.ts'
import { KEY, type Fieldwork } from '../fieldwork.ts'
import { sendAndNote } from '../sender.ts'
import type { SupervisedServer } from '../supervised-server.ts'
import { clientsOf, type Client } from './clients.ts'
import { tiesInFiles, tiesInLog, type Tie } from './disk-evidence.ts'
import { dumpOf, togetherIn, type Dump } from './evidence.ts'
import { guessesFrom, type KnownOwner } from './guesses.ts'

/** What can be left out, to show what it is for: a step of sealing, or that backups of before are thrown away. */
export type Protection = SealingStep | 'backups'

export interface AttackOptions {
  readonly seed: number
  readonly clients: number
  /** How many answer between two sealings. */
  readonly portion: number
  readonly omit: ReadonlySet<Protection>
  /** Kills the server without a word when half have answered. */
  readonly killed: boolean
}

/** How many an attacker gets right: one of a portion is what chance gives, however large the portion is. */
export interface AttackResult {
  /** The mean over the portions. */
  readonly perPortion: number
  readonly portions: number
  /** With the dump, the disk and the log of after the end alone, over the whole wave. */
  readonly afterwards: number
  /** The share that is matched with a dump of a portion that is not sealed. */
  readonly unsealed: number
}

/** Lets clients answer through the real server, seals in portions, and attacks every portion and the whole. */
export async function attackWave(
  server: SupervisedServer,
  fieldwork: Fieldwork,
  options: AttackOptions,
): Promise<AttackResult> {
  const random = seededRandom(options.seed)
  const clients = clientsOf(random, fieldwork.wave.address, await fieldwork.handOut(options.clients))
  const truth = new Map(clients.map((client) => [hashOf(fieldwork, client), client]))
  const owners = new Map([...truth].map(([codeHash, { place, language }]) => [codeHash, { codeHash, place, language }]))
  const attacker = { server, fieldwork, owners, random, ids: new Set(clients.map(({ sender }) => sender.id)) }
  const right = (guesses: ReadonlyMap<string, string>): number =>
    [...guesses].filter(([codeHash, id]) => truth.get(codeHash)?.sender.id === id).length

  const scores: number[] = []
  const unsealed: number[] = []
  let before = await dumpOf(fieldwork)
  for (let start = 0; start < clients.length; start += options.portion) {
    const portion = clients.slice(start, start + options.portion)
    if (options.killed && start >= clients.length / 2 && start - options.portion < clients.length / 2) {
      await server.kill('server')
      await server.ready()
    }
    const backup = await answer(server, fieldwork, portion, options.omit.has('backups'))
    const waiting = await dumpOf(fieldwork)
    unsealed.push(right(tiedByTransaction(waiting)) / Math.max(1, waiting.waiting.length))
    const last = start + options.portion >= clients.length
    await seal(fieldwork, { ...options, final: last })
    const after = await dumpOf(fieldwork)
    const together = togetherIn(before, after)
    if (together.responses.length === 0) continue
    const ties = [...(backup === null ? [] : tiesInBackup(before, backup)), ...(await tiesOnDisk(attacker))]
    scores.push(right(guessesFrom({ together, ties, owners }, restOf(options), random)))
    before = after
  }
  return {
    perPortion: mean(scores),
    portions: scores.length,
    afterwards: await afterwards(attacker, before, right, options),
    unsealed: mean(unsealed),
  }
}

interface Attacker {
  readonly server: SupervisedServer
  readonly fieldwork: Fieldwork
  readonly owners: ReadonlyMap<string, KnownOwner>
  readonly random: SeededRandom
  readonly ids: ReadonlySet<string>
}

async function tiesOnDisk({ server, fieldwork, ids }: Attacker): Promise<readonly Tie[]> {
  const disk = { folder: join(server.dataFolder, 'postgres'), fieldwork }
  return [...(await tiesInFiles(disk)), ...tiesInLog(disk, ids)]
}

async function afterwards(
  attacker: Attacker,
  dump: Dump,
  right: (guesses: ReadonlyMap<string, string>) => number,
  options: AttackOptions,
): Promise<number> {
  const together = { responses: dump.responses, codes: dump.used }
  const ties = await tiesOnDisk(attacker)
  return right(guessesFrom({ together, ties, owners: attacker.owners }, restOf(options), attacker.random))
}

/** Without a random order the rows lie as people finished; with it their order is as good a guess as any. */
function restOf({ omit }: AttackOptions): 'chance' | 'order' {
  return omit.has('order') ? 'order' : 'chance'
}

/** Everybody of a portion saves a draft, sends, and a few withdraw. @returns what a backup made after the first one holds */
async function answer(
  { port }: SupervisedServer,
  fieldwork: Fieldwork,
  portion: readonly Client[],
  withBackup: boolean,
): Promise<Dump | null> {
  let backup: Dump | null = null
  for (const client of portion) {
    const { sender } = client
    await saveDraft(port, fieldwork, client)
    while (!sender.acknowledged) await sendAndNote(port, fieldwork.wave.address, sender)
    if (withBackup && backup === null) backup = await dumpOf(fieldwork)
  }
  return backup
}

async function saveDraft(port: number, { wave }: Fieldwork, { sender, language, code, place }: Client): Promise<void> {
  if (place % 2 === 1) return
  const draft = { revision: 1, answers: sender.answers, language, code }
  const url = `http://127.0.0.1:${port}/api/waves/${wave.address}/drafts/${sender.id}`
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(draft) })
  if (reply.status !== 200) throw new Error(`a draft was refused: ${reply.status} ${await reply.text()}`)
}

/** The wave is sealed here, not by the server, so that a step can be left out. */
async function seal(
  { database, wave }: Fieldwork,
  { omit, final, portion }: AttackOptions & { readonly final: boolean },
): Promise<void> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  const steps = new Set([...omit].filter((step): step is SealingStep => step !== 'backups'))
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

function tiedByTransaction({ waiting, waitingCodes }: Dump): ReadonlyMap<string, string> {
  const byTransaction = new Map(waitingCodes.map(({ codeHash, xmin }) => [xmin, codeHash]))
  return new Map(
    waiting.flatMap(({ id, xmin }) => {
      const codeHash = byTransaction.get(xmin)
      return codeHash === undefined ? [] : [[codeHash, id] as const]
    }),
  )
}

/** A backup from after the first answer of a portion holds one code and one answer that are new. */
function tiesInBackup(before: Dump, backup: Dump): readonly Tie[] {
  const known = new Set([...before.waiting, ...before.responses].map(({ id }) => id))
  const spent = new Set([...before.waitingCodes, ...before.used].map(({ codeHash }) => codeHash))
  const ids = backup.waiting.filter(({ id }) => !known.has(id))
  const codes = backup.waitingCodes.filter(({ codeHash }) => !spent.has(codeHash))
  const [id, code] = [ids[0]?.id, codes[0]?.codeHash]
  return ids.length === 1 && codes.length === 1 && id !== undefined && code !== undefined
    ? [{ codeHash: code, id }]
    : []
}

function hashOf({ wave }: Fieldwork, { code }: Client): string {
  const keys = installationKeys({ key: KEY, file: null, dataFolder: '' }, systemRandomness)
  return accessCodeHash(keys.accessCodes, { studyId: wave.studyId, waveId: wave.id }, code)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
