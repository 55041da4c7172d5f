import { join } from 'node:path'
import { seededRandom, type SeededRandom } from '@klankbord/testing'
import { accessCodeHash } from '../../src/access/access-code.ts'
import { installationKeys } from '../../src/keys/installation-key.ts'
import { systemRandomness } from '../../src/randomness.ts'
import { KEY, type Fieldwork } from '../fieldwork.ts'
import type { Client } from './clients.ts'
import { evidenceInFiles, type Tie } from './disk-evidence.ts'
import type { Dump, SealedTogether } from './evidence.ts'
import { guessesFrom, type Guesses } from './guesses.ts'
import { tiesInLog } from './log-evidence.ts'

/** Somebody who has the machine, the key and the list of who was given which code, and was there when people finished. */
export interface Attacker {
  readonly fieldwork: Fieldwork
  /** Clients by the hash of their code. */
  readonly truth: ReadonlyMap<string, Client>
  readonly random: SeededRandom
  /** Where the files of PostgreSQL are. */
  readonly folder: string
}

export function attackerOf(
  fieldwork: Fieldwork,
  clients: readonly Client[],
  where: { readonly dataFolder: string; readonly seed: number },
): Attacker {
  const keys = installationKeys({ key: KEY, file: null, dataFolder: '' }, systemRandomness)
  const place = { studyId: fieldwork.wave.studyId, waveId: fieldwork.wave.id }
  const truth = new Map(clients.map((client) => [accessCodeHash(keys.accessCodes, place, client.code), client]))
  return { fieldwork, truth, random: seededRandom(where.seed), folder: join(where.dataFolder, 'postgres') }
}

/** How many of these guesses are right. */
export function rightOf({ truth }: Attacker, pairs: Iterable<readonly [string, string]>): number {
  return [...pairs].filter(([codeHash, id]) => truth.get(codeHash)?.sender.id === id).length
}

/**
 * Guesses who gave which answers of those that became visible together.
 *
 * @param ties what is known from before
 * @param readsAsItLies whether rows are taken to lie in the order in which people sent
 */
export async function guess(
  { fieldwork, truth, random, folder }: Attacker,
  together: SealedTogether,
  ties: readonly Tie[],
  readsAsItLies: boolean,
): Promise<Guesses> {
  const owners = new Map([...truth].map(([codeHash, { place, language }]) => [codeHash, { codeHash, place, language }]))
  const files = await evidenceInFiles({ folder, fieldwork })
  const inLog = tiesInLog({ folder, fieldwork }, new Set([...truth.values()].map(({ sender }) => sender.id)))
  // A random order tells nothing; whoever knows that it is none reads the rows as they lie.
  const order = readsAsItLies ? together.responses.map(({ id }) => id) : files.order
  return guessesFrom({ together, ties: [...ties, ...files.ties, ...inLog], order, owners }, random)
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
