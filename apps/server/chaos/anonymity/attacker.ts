import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom, type SeededRandom } from '@klankbord/testing'
import { sql } from 'kysely'
import { accessCodeHash } from '../../src/access/access-code.ts'
import { installationKeys } from '../../src/keys/installation-key.ts'
import { systemRandomness } from '../../src/randomness.ts'
import { KEY, type Fieldwork } from '../fieldwork.ts'
import type { AttackedPlace } from './attacked-place.ts'
import type { Client } from './clients.ts'
import { evidenceInFiles, type Tie } from './disk-evidence.ts'
import type { Dump, SealedTogether } from './evidence.ts'
import { guessesFrom, type Guesses, type KnownOwner } from './guesses.ts'
import { tiesInLog } from './log-evidence.ts'
import { sessionIn, tookTheLongWay, type RequestLog } from './request-evidence.ts'
import type { Passed } from './watched-proxy.ts'

/** Somebody who has the machines, the key and the list of who was given which code, and was there when people finished. */
export interface Attacker {
  readonly place: AttackedPlace
  readonly fieldwork: Fieldwork
  /** Clients by the hash of their code. */
  readonly truth: ReadonlyMap<string, Client>
  readonly random: SeededRandom
  /** What passed the proxy while each of them was busy. */
  readonly busy: Map<Client, readonly Passed[]>
  /** What the proxy writes of it. */
  readonly log: RequestLog
  /** How long the page is that few see, for who looks at lengths. */
  readonly longPages: readonly number[] | null
}

/** The clients by the hashes under which their codes are known. */
export function byHash(fieldwork: Fieldwork, clients: readonly Client[]): ReadonlyMap<string, Client> {
  const keys = installationKeys({ key: KEY, file: null, dataFolder: '' }, systemRandomness)
  const place = { studyId: fieldwork.wave.studyId, waveId: fieldwork.wave.id }
  return new Map(clients.map((client) => [accessCodeHash(keys.accessCodes, place, client.code), client]))
}

export function attackerOf(
  known: Omit<Attacker, 'truth' | 'random' | 'busy'> & { readonly clients: readonly Client[]; readonly seed: number },
): Attacker {
  const { clients, seed, ...rest } = known
  return { ...rest, truth: byHash(known.fieldwork, clients), random: seededRandom(seed), busy: new Map() }
}

/** How many of these guesses are right. */
export function rightOf({ truth }: Pick<Attacker, 'truth'>, pairs: Iterable<readonly [string, string]>): number {
  return [...pairs].filter(([codeHash, id]) => truth.get(codeHash)?.sender.id === id).length
}

/**
 * Guesses who gave which answers of those that became visible together, with what lies on both machines.
 *
 * @param ties what is known from before
 * @param readsAsItLies whether rows are taken to lie in the order in which people sent
 */
export async function guess(
  attacker: Attacker,
  together: SealedTogether,
  ties: readonly Tie[],
  readsAsItLies: boolean,
): Promise<Guesses> {
  const { place, fieldwork, truth, random } = attacker
  await standbyIsUpToDate(attacker)
  const ids = new Set([...truth.values()].map(({ sender }) => sender.id))
  const [found, orders]: [Tie[], (readonly string[])[]] = [[], []]
  for (const folder of [place.primaryFolder, place.standby.folder]) {
    const files = await evidenceInFiles({ folder, fieldwork })
    found.push(...files.ties, ...tiesInLog({ folder, fieldwork }, ids))
    orders.push(files.order)
  }
  // A random order tells nothing; whoever knows that it is none reads the rows as they lie.
  const order = readsAsItLies ? together.responses.map(({ id }) => id) : (orders.find((one) => one.length > 0) ?? [])
  const known = { order, ofDrafts: !readsAsItLies, owners: ownersFor(attacker) }
  return guessesFrom({ together, ties: [...ties, ...found], ...known }, random)
}

function ownersFor({ truth, busy, log, longPages }: Attacker): ReadonlyMap<string, KnownOwner> {
  return new Map(
    [...truth].map(([codeHash, client]) => {
      const session = sessionIn(busy.get(client) ?? [], log)
      const longWay = client.way === 'pages' ? tookTheLongWay(session, longPages) : null
      const drafted = client.way !== 'program'
      return [codeHash, { codeHash, place: client.place, language: client.language, drafted, longWay }]
    }),
  )
}

/** Waits until the standby has everything that the primary has. */
export async function standbyIsUpToDate({ place, fieldwork }: Attacker): Promise<void> {
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_flush_lsn()::text as lsn`.execute(
    fieldwork.database.db,
  )
  const until = Date.now() + 30_000
  for (;;) {
    const { rows: there } = await sql<{ there: boolean }>`
      select pg_last_wal_replay_lsn() >= ${rows[0]?.lsn ?? '0/0'}::pg_lsn as there`.execute(place.standby.database.db)
    if (there.some((row) => row.there)) return
    if (Date.now() > until) throw new Error('the standby does not follow')
    await wait(10)
  }
}

/** In a dump of while answers wait, a code and the answers that one transaction wrote belong together. */
export function tiedByTransaction(
  { waiting, waitingCodes }: Dump,
  of: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const byTransaction = new Map(waitingCodes.map(({ codeHash, xmin }) => [xmin, codeHash]))
  return waiting.flatMap(({ id, xmin }) => {
    const codeHash = byTransaction.get(xmin)
    return codeHash === undefined || !of.has(id) ? [] : [[codeHash, id] as const]
  })
}
