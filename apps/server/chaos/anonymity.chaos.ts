import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { AttackResult } from './anonymity/attack-result.ts'
import { attackWave, type AttackOptions } from './anonymity/attacked-wave.ts'
import type { Protection } from './anonymity/rounds.ts'
import { openChaosPlace, type ChaosPlace } from './chaos-place.ts'
import { anotherWave } from './fieldwork.ts'
import { tell } from './tell.ts'

const FULL = inject('sampleFactor') > 1
/** The numbers of the promise: 20 runs of 1,000 people. `npm test` draws a smaller sample of the same. */
const RUNS = FULL ? 20 : 4
const CLIENTS = FULL ? 1_000 : 80
const PORTION = FULL ? 50 : 20

/** Without one of the protections: the smallest portion there is, in which chance gets one of twenty. */
const SMALL = 20
/** Two rounds do, but for an order (the last round of a wave is mixed twice), for a language that nobody shares, and for traces that get overwritten. */
const ATTACKED: Readonly<Record<Protection, number>> = {
  portion: 2 * SMALL,
  order: 4 * SMALL,
  waitingRoom: 2 * SMALL,
  drafts: 4 * SMALL,
  margins: 10 * SMALL,
  log: 2 * SMALL,
  backups: 2 * SMALL,
}

/** Of a random pairing one is right on average, with a spread of one: the mean of so many runs stays below this. */
const CHANCE = 1 + 3 * Math.sqrt(1 / RUNS)

/** For all runs together, in milliseconds. */
const TIME = 120_000 * inject('sampleFactor')

let place: ChaosPlace

beforeAll(async () => {
  place = await openChaosPlace(15, undefined, { KLANKBORD_LOG: 'info' })
})
afterAll(() => place.end())

async function attackedWith(options: Pick<AttackOptions, 'seed' | 'clients' | 'portion'>): Promise<AttackResult> {
  const fieldwork = await anotherWave(place.fieldwork)
  return attackWave(place.server, fieldwork, { ...options, omit: new Set(), eventful: true })
}

/** Nobody withdraws and nothing breaks: that would only blur what a step is for. */
async function attackedWithout(step: Protection): Promise<AttackResult> {
  const options = { seed: 105, clients: ATTACKED[step], portion: SMALL, omit: new Set([step]), eventful: false }
  return attackWave(place.server, await anotherWave(place.fieldwork), options)
}

describe('an attacker with dumps, files, backups and logs', () => {
  let runs: readonly AttackResult[] = []
  const meanOf = (figure: (run: AttackResult) => number): number => mean(runs.map(figure))

  beforeAll(async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      runs = [...runs, await attackedWith({ seed, clients: CLIENTS, portion: PORTION })]
    }
    tell('who gave which answers', {
      runs: RUNS,
      clients: CLIENTS,
      portion: PORTION,
      withdrawn: total(runs.map((run) => run.withdrawn)),
      portions: total(runs.map((run) => run.portions)),
      perPortion: meanOf((run) => run.perPortion),
      afterwards: meanOf((run) => run.afterwards),
      limit: CHANCE,
      guessed: total(runs.map((run) => run.evident.guessed)),
      unsealed: meanOf((run) => run.unsealed),
      backups: total(runs.map((run) => run.backups)),
      inBackup: meanOf((run) => run.inBackup),
      logLines: total(runs.map((run) => run.log.lines)),
      sizes: runs[0]?.sizes,
    })
  }, TIME)

  it('does no better than chance, in any portion and over all of them', () => {
    expect(meanOf((run) => run.perPortion)).toBeLessThanOrEqual(CHANCE)
    expect(meanOf((run) => run.afterwards)).toBeLessThanOrEqual(CHANCE)
    expect(new Set(runs.map((run) => run.evident.guessed))).toEqual(new Set([0]))
  })

  it('sees before sealing who answered what, as the introduction says', () => {
    expect(meanOf((run) => run.unsealed)).toBeGreaterThan(0.9)
  })

  it('reads no order in a backup, and has none left of before sealing when those that expired are gone', () => {
    expect(meanOf((run) => run.inBackup)).toBeLessThanOrEqual(CHANCE)
    expect(runs.map(({ backups, backupsLeft }) => [backups, backupsLeft])).toEqual(runs.map(() => [2, 0]))
  })

  it('finds nobody in the log of the server, which has a line for every request', () => {
    expect(Math.min(...runs.map(({ log }) => log.lines))).toBeGreaterThanOrEqual(2 * CLIENTS)
    expect(total(runs.map(({ log }) => log.found))).toBe(0)
    const fields = new Set(runs.flatMap(({ log }) => log.fields))
    expect(fields).toEqual(new Set(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']))
  })

  it('learns nothing from how long the answers of the server are, whichever way somebody took', () => {
    // Nothing is said about a withdrawal but that it is done.
    expect(new Set(runs.flatMap(({ sizes }) => sizes))).toEqual(new Set([0, 1024]))
  })
})

describe('without one of the protections', () => {
  it.each(Object.keys(ATTACKED) as Protection[])('%s, the attack succeeds', async (step) => {
    const run = await attackedWithout(step)
    const { evident, portions, unsealed } = run
    tell(`without ${step}`, { portions, ...evident, unsealed })
    // Of so many guesses chance gets one in a portion right.
    const expected = run.evident.guessed / SMALL
    expect(run.evident.right).toBeGreaterThanOrEqual(3)
    expect(run.evident.right).toBeGreaterThan(expected + 3 * Math.sqrt(expected))
  })
})

function mean(values: readonly number[]): number {
  return total(values) / values.length
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
