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
import { evidenceInFiles, tiesInLog, type Tie } from './disk-evidence.ts'
import { dumpOf, togetherIn, type Dump, type SealedTogether } from './evidence.ts'
import { guessesFrom, type Guesses, type KnownOwner } from './guesses.ts'

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

/** How many an attacker gets right. One of a portion is what chance gives, however large the portion is. */
export interface AttackResult {
  /** The mean over the portions. */
  readonly perPortion: number
  readonly portions: number
  /** Of those that a trace speaks for: how many were guessed, and how many of them are right. */
  readonly evident: { readonly guessed: number; readonly right: number }
  /** With the dump, the disk and the log of after the end alone, over the whole wave. */
  readonly afterwards: number
  /** The share of those who sent since the last sealing that is matched with a dump of before the next. */
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
  const right = (pairs: ReadonlyMap<string, string>): number =>
    [...pairs].filter(([codeHash, id]) => truth.get(codeHash)?.sender.id === id).length
  const unsealed: number[] = []
  const guesses: Guesses[] = []
  const kept: Tie[] = []

  let before = await dumpOf(fieldwork)
  const size = options.omit.has('portion') ? 1 : options.portion
  for (let start = 0; start < clients.length; start += size) {
    const portion = clients.slice(start, start + size)
    if (options.killed && isInTheMiddle(start, size, clients.length)) await killAndWait(server)
    const beforehand = await dumpOf(fieldwork)
    const backup = await answer(server, fieldwork, portion, options.omit.has('backups'))
    if (backup !== null) kept.push(...tiesInBackup(beforehand, backup))
    const newest = new Set(portion.map(({ sender }) => sender.id))
    unsealed.push(right(tiedByTransaction(await dumpOf(fieldwork), newest)) / portion.length)
    await seal(fieldwork, { ...options, final: start + size >= clients.length })
    const after = await dumpOf(fieldwork)
    if (after.responses.length === before.responses.length) continue
    guesses.push(await guessPortion(attacker, togetherIn(before, after), kept, options))
    before = after
  }
  const whole = { responses: before.responses, codes: before.used }
  const evident = guesses.map(({ pairs, evident: known }) => new Map([...pairs].filter(([code]) => known.has(code))))
  return {
    perPortion: mean(guesses.map(({ pairs }) => right(pairs))),
    portions: guesses.length,
    evident: { guessed: sum(evident.map(({ size: n }) => n)), right: sum(evident.map(right)) },
    afterwards: right((await guessPortion(attacker, whole, [], options)).pairs),
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

async function guessPortion(
  { server, fieldwork, ids, owners, random }: Attacker,
  together: SealedTogether,
  ties: readonly Tie[],
  { omit }: AttackOptions,
): Promise<Guesses> {
  const disk = { folder: join(server.dataFolder, 'postgres'), fieldwork }
  const files = await evidenceInFiles(disk)
  // A random order tells nothing; whoever knows that it is none reads the rows as they lie.
  const order = omit.has('order') ? together.responses.map(({ id }) => id) : files.order
  return guessesFrom({ together, ties: [...ties, ...files.ties, ...tiesInLog(disk, ids)], order, owners }, random)
}

function isInTheMiddle(start: number, size: number, all: number): boolean {
  return start >= all / 2 && start - size < all / 2
}

async function killAndWait(server: SupervisedServer): Promise<void> {
  await server.kill('server')
  await server.ready()
}

/** Everybody of a portion saves a draft and sends. @returns what a backup made after the first one holds */
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

async function saveDraft(port: number, { wave }: Fieldwork, { sender, language, code }: Client): Promise<void> {
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

function tiedByTransaction({ waiting, waitingCodes }: Dump, of: ReadonlySet<string>): ReadonlyMap<string, string> {
  const byTransaction = new Map(waitingCodes.map(({ codeHash, xmin }) => [xmin, codeHash]))
  return new Map(
    waiting.flatMap(({ id, xmin }) => {
      const codeHash = byTransaction.get(xmin)
      return codeHash === undefined || !of.has(id) ? [] : [[codeHash, id] as const]
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}
