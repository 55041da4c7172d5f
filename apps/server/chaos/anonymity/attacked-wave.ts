import { seededRandom } from '@klankbord/testing'
import { anotherWave } from '../fieldwork.ts'
import { ASKED } from './asked.ts'
import type { AttackResult } from './attack-result.ts'
import type { AttackedPlace } from './attacked-place.ts'
import { attackerOf, guess, rightOf, standbyIsUpToDate, tiedByTransaction, type Attacker } from './attacker.ts'
import { expiredFiles, tiesByPlace } from './backup-evidence.ts'
import { clientsOf, groupOf, roundsOf, type Client } from './clients.ts'
import { dumpOf, togetherIn, type Dump, type SealedTogether } from './evidence.ts'
import type { Guesses } from './guesses.ts'
import { sessionIn } from './request-evidence.ts'
import { answerAll, seal, withdrawAll, type KeptBackup, type Protection } from './rounds.ts'
import { evidenceInLog } from './server-log.ts'
import { triedOut } from './tried-out.ts'
import type { Passed } from './watched-proxy.ts'

export interface AttackOptions {
  readonly seed: number
  readonly clients: number
  /** How many are sealed together. */
  readonly portion: number
  readonly omit: ReadonlySet<Protection>
  /** A few withdraw or pause, and the server is killed without a word when half have answered. */
  readonly eventful: boolean
  /** Of a hundred people, so many take the long way, and so many fill in on the pages. */
  readonly longWays: number
  readonly onPages: number
}

/** Lets clients answer through the real server, seals in portions, and attacks every portion and the whole. */
export async function attackWave(place: AttackedPlace, options: AttackOptions): Promise<AttackResult> {
  const { seed, eventful, longWays, onPages, omit } = options
  const fieldwork = await anotherWave(place.fieldwork, ASKED)
  const codes = await fieldwork.handOut(options.clients, groupOf)
  const clients = clientsOf(seededRandom(seed), { wave: fieldwork.wave.address, codes, eventful, longWays, onPages })
  const longPages = omit.has('padding') ? await triedOut(place, fieldwork) : null
  const lines = omit.has('lines') || omit.has('padding') ? 'each' : 'documented'
  const log = { lines, unpadded: omit.has('padding') } as const
  const attacker = attackerOf({ place, fieldwork, clients, seed, log, longPages })
  const [said, passed] = [place.server.said().length, place.passed.length]
  const course = await attackRounds(attacker, clients, options)
  // Something that is written down, so that it is seen that anything is.
  await fetch(`http://127.0.0.1:${place.server.port}/healthz`)
  await standbyIsUpToDate(attacker)
  const ended = await dumpOf({ ...fieldwork, database: place.standby.database })
  const last = await guess(attacker, { ...ended, codes: codesOf(attacker) }, [], omit.has('order'))
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
    log: evidenceInLog(place.server.said().slice(said), clients, new Set(attacker.truth.keys())),
    ...requestsIn(attacker, passed),
    toldApart: toldApart(ended, clients),
    onPages: clients.filter(({ way }) => way === 'pages').length,
    paused: clients.filter(({ pauses }) => pauses).length,
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
    // What people sent two rounds ago is sealed by now.
    await withdrawAll(attacker, rounds[at - 2] ?? [], 'sealed')
    const made = await answerAll(attacker, round, {
      backups: at === 1 || omit.has('backups'),
      kill: eventful && at === Math.floor(rounds.length / 2),
      begin: (rounds[at + 1] ?? []).filter(({ pauses }) => pauses),
    })
    backups.push(...made)
    unsealed.push(await shareBeforeSealing(attacker, round))
    await withdrawAll(attacker, round, 'waiting')
    const final = at === rounds.length - 1
    await seal(attacker, { omit, portion, final })
    const expired = omit.has('backups') ? new Set<string>() : await expiredFiles(fieldwork)
    left = [...left, ...made].filter(({ dump }) => !expired.has(dump.file))
    const after = await dumpOf(fieldwork)
    const together = becameVisible(attacker, before, after, final)
    before = after
    const ties = left.flatMap((kept) => kept.ties)
    if (together.codes.length > 0) guesses.push(await guess(attacker, together, ties, omit.has('order')))
  }
  for (const round of rounds.slice(-2)) await withdrawAll(attacker, round, 'sealed')
  return { guesses, unsealed, backups, left }
}

/** At the end no code is marked any more, but who looked on knows who else has sent. */
function becameVisible(attacker: Attacker, before: Dump, after: Dump, final: boolean): SealedTogether {
  const together = togetherIn(before, after)
  if (!final) return together
  const spent = new Set(before.used.map(({ codeHash }) => codeHash))
  return { ...together, codes: codesOf(attacker).filter(({ codeHash }) => !spent.has(codeHash)) }
}

function codesOf({ truth }: Attacker): SealedTogether['codes'] {
  return [...truth.keys()].map((codeHash) => ({ codeHash, xmin: '' }))
}

async function shareBeforeSealing(attacker: Attacker, round: readonly Client[]): Promise<number> {
  const newest = new Set(round.map(({ sender }) => sender.id))
  return rightOf(attacker, tiedByTransaction(await dumpOf(attacker.fieldwork), newest)) / round.length
}

function requestsIn(
  { place, busy, log }: Attacker,
  from: number,
): Pick<AttackResult, 'requests' | 'proxyLines' | 'sizes'> {
  const passed = place.passed.slice(from)
  return {
    requests: passed.length,
    proxyLines: [...busy.values()].flatMap((one) => sessionIn(one.filter(wentWell), log).lines).length,
    sizes: [...new Set(passed.filter(wentWell).map(({ size }) => size))].toSorted((a, b) => a - b),
  }
}

/** While the server is killed and comes back, nobody gets to see a page. */
function wentWell({ status }: Passed): boolean {
  return status < 500
}

function toldApart({ responses }: Dump, clients: readonly Client[]): readonly string[] {
  const shapesOf = (onPages: boolean): Set<string> => {
    const ids = new Set(clients.filter(({ way }) => (way === 'pages') === onPages).map(({ sender }) => sender.id))
    return new Set(responses.filter(({ id, longWay }) => ids.has(id) && !longWay).map(({ shape }) => shape))
  }
  const [pages, programs] = [shapesOf(true), shapesOf(false)]
  return [...pages, ...programs].filter((shape) => !pages.has(shape) || !programs.has(shape))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length
}
