import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { attackWave, type AttackResult, type Protection } from './anonymity/attacked-wave.ts'
import { openChaosPlace, type ChaosPlace } from './chaos-place.ts'
import { anotherWave } from './fieldwork.ts'
import { tell } from './tell.ts'

const FULL = inject('sampleFactor') > 1
/** The numbers of the promise: 20 runs of 1,000 people. `npm test` draws a smaller sample of the same. */
const RUNS = FULL ? 20 : 4
const CLIENTS = FULL ? 1_000 : 120
const PORTION = FULL ? 50 : 20

/** Of a random pairing one is right on average, with a spread of one: the mean of so many runs stays below this. */
const CHANCE = 1 + 3 * Math.sqrt(1 / RUNS)

let place: ChaosPlace

beforeAll(async () => {
  place = await openChaosPlace(15)
})
afterAll(() => place.end())

async function attacked(seed: number, clients: number, omit: readonly Protection[] = []): Promise<AttackResult> {
  const fieldwork = await anotherWave(place.fieldwork)
  const killed = omit.length === 0
  return attackWave(place.server, fieldwork, { seed, clients, portion: PORTION, omit: new Set(omit), killed })
}

it('leaves an attacker with dumps, files and logs no better than chance', async () => {
  const runs: AttackResult[] = []
  for (let seed = 1; seed <= RUNS; seed += 1) runs.push(await attacked(seed, CLIENTS))
  const perPortion = mean(runs.map((run) => run.perPortion))
  const afterwards = mean(runs.map((run) => run.afterwards))
  const unsealed = mean(runs.map((run) => run.unsealed))
  const guessed = runs.map((run) => run.evident.guessed)
  tell('who gave which answers', {
    runs: RUNS,
    clients: CLIENTS,
    perPortion,
    afterwards,
    limit: CHANCE,
    unsealed,
    guessed,
  })
  expect(perPortion).toBeLessThanOrEqual(CHANCE)
  expect(afterwards).toBeLessThanOrEqual(CHANCE)
  expect(new Set(guessed)).toEqual(new Set([0]))
  // What the introduction says of answers that are not sealed yet: whoever has the machine can see whose they are.
  expect(unsealed).toBeGreaterThan(0.9)
})

describe('without one of the protections', () => {
  const without: readonly Protection[] = ['portion', 'order', 'waitingRoom', 'drafts', 'margins', 'log', 'backups']

  it.each(without)('%s, the attack succeeds', async (step) => {
    const run = await attacked(100, step === 'margins' ? 10 * PORTION : 4 * PORTION, [step])
    tell(`without ${step}`, { ...run })
    // Of so many guesses chance gets one in a portion right.
    const expected = run.evident.guessed / PORTION
    expect(run.evident.right).toBeGreaterThanOrEqual(3)
    expect(run.evident.right).toBeGreaterThan(expected + 3 * Math.sqrt(expected))
  })
})

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
