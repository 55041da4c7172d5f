import type { Fieldwork } from '../fieldwork.ts'
import type { SupervisedServer } from '../supervised-server.ts'
import { seededRandom } from '@klankbord/testing'
import type { AttackResult } from './attack-result.ts'
import { attackerOf, guess, rightOf, tiedByTransaction, type Attacker } from './attacker.ts'
import { expiredFiles, tiesByPlace } from './backup-evidence.ts'
import { clientsOf, roundsOf, type Client } from './clients.ts'
import { dumpOf, togetherIn } from './evidence.ts'
import type { Guesses } from './guesses.ts'
import { answerAll, killAndWait, seal, withdrawAll, type KeptBackup, type Protection } from './rounds.ts'
import { evidenceInLog } from './server-log.ts'

export interface AttackOptions {
  readonly seed: number
  readonly clients: number
  /** How many are sealed together. */
  readonly portion: number
  readonly omit: ReadonlySet<Protection>
  /** A few withdraw, and the server is killed without a word when half have answered. */
  readonly eventful: boolean
}

/** Lets clients answer through the real server, seals in portions, and attacks every portion and the whole. */
export async function attackWave(
  server: SupervisedServer,
  fieldwork: Fieldwork,
  options: AttackOptions,
): Promise<AttackResult> {
  const codes = await fieldwork.handOut(options.clients)
  const { seed, eventful } = options
  const clients = clientsOf(seededRandom(seed), { wave: fieldwork.wave.address, codes, withdrawing: eventful })
  const attacker = attackerOf(fieldwork, clients, { dataFolder: server.dataFolder, seed })
  const said = server.said().length
  const course = await attackRounds(server, attacker, clients, options)
  const { responses, used } = await dumpOf(fieldwork)
  const last = await guess(attacker, { responses, codes: used }, [], options.omit.has('order'))
  const evident = course.guesses.map(({ pairs, evident: known }) => [...pairs].filter(([code]) => known.has(code)))
  return {
    perPortion: mean(course.guesses.map(({ pairs }) => rightOf(attacker, pairs))),
    portions: course.guesses.length,
    evident: { guessed: evident.flat().length, right: rightOf(attacker, evident.flat()) },
    afterwards: rightOf(attacker, last.pairs),
    unsealed: mean(course.unsealed),
    inBackup: mean(course.backups.map(({ dump }) => rightOf(attacker, tiesByPlace(dump)))),
    backups: course.backups.length,
    backupsLeft: course.left.length,
    log: evidenceInLog(server.said().slice(said), clients, new Set(attacker.truth.keys())),
    sizes: [...new Set(clients.flatMap(({ sender }) => sender.heard))].toSorted((a, b) => a - b),
    withdrawn: clients.filter(({ withdraws }) => withdraws !== null).length,
  }
}

/** What came of every round. */
interface Course {
  readonly guesses: readonly Guesses[]
  /** The shares that were matched before they were sealed. */
  readonly unsealed: readonly number[]
  readonly backups: readonly KeptBackup[]
  /** Those of them that nobody threw away. */
  readonly left: readonly KeptBackup[]
}

async function attackRounds(
  server: SupervisedServer,
  attacker: Attacker,
  clients: readonly Client[],
  { omit, portion, eventful }: AttackOptions,
): Promise<Course> {
  const { fieldwork } = attacker
  const rounds = roundsOf(clients, omit.has('portion') ? 1 : portion)
  const [guesses, unsealed, backups]: [Guesses[], number[], KeptBackup[]] = [[], [], []]
  let left: readonly KeptBackup[] = []
  let before = await dumpOf(fieldwork)
  for (const [at, round] of rounds.entries()) {
    if (eventful && at === Math.floor(rounds.length / 2)) await killAndWait(server)
    // What people sent two rounds ago is sealed by now.
    await withdrawAll(server, fieldwork, rounds[at - 2] ?? [], 'sealed')
    const made = await answerAll(server, fieldwork, round, at === 1 || omit.has('backups'))
    backups.push(...made)
    unsealed.push(await shareBeforeSealing(attacker, round))
    await withdrawAll(server, fieldwork, round, 'waiting')
    await seal(fieldwork, { omit, portion, final: at === rounds.length - 1 })
    const expired = omit.has('backups') ? new Set<string>() : await expiredFiles(fieldwork)
    left = [...left, ...made].filter(({ dump }) => !expired.has(dump.file))
    const after = await dumpOf(fieldwork)
    const together = togetherIn(before, after)
    before = after
    const ties = left.flatMap((kept) => kept.ties)
    if (together.codes.length > 0) guesses.push(await guess(attacker, together, ties, omit.has('order')))
  }
  for (const round of rounds.slice(-2)) await withdrawAll(server, fieldwork, round, 'sealed')
  return { guesses, unsealed, backups, left }
}

async function shareBeforeSealing(attacker: Attacker, round: readonly Client[]): Promise<number> {
  const newest = new Set(round.map(({ sender }) => sender.id))
  return rightOf(attacker, tiedByTransaction(await dumpOf(attacker.fieldwork), newest)) / round.length
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length
}
