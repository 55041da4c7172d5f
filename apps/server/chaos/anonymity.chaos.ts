import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { AttackResult } from './anonymity/attack-result.ts'
import { openAttackedPlace, type AttackedPlace } from './anonymity/attacked-place.ts'
import { attackWave, type AttackOptions } from './anonymity/attacked-wave.ts'
import { ownersOfOnlyAnswers } from './anonymity/only-answers.ts'
import type { Protection } from './anonymity/rounds.ts'
import { tell } from './tell.ts'

const FULL = inject('sampleFactor') > 1
/** The numbers of the promise: 20 runs of 1,000 people. `npm test` draws a smaller sample of the same. */
const RUNS = FULL ? 20 : 2
const CLIENTS = FULL ? 1_000 : 60
const PORTION = FULL ? 50 : 20

/** Without one of the protections: portions so small that few people do; chance gets one of ten. */
const SMALL = 10
const PORTION_OF_ORDER = 20
/** Codes are tried apart. A choice is left out with each of the others: alone it gives nobody away. */
type Attacked = Exclude<Protection, 'codes' | 'choice'>
/**
 * How many people, by which seed, in portions of which size. Two rounds do, but for an order: the last round of a wave is
 * mixed twice, and others fill gaps. For what is true of few, the seed is one by which a single person in each portion is
 * among them.
 */
const ATTACKED: Readonly<Record<Attacked, readonly [number, number, number?]>> = {
  portion: [SMALL, 105],
  order: [3 * PORTION_OF_ORDER, 105, PORTION_OF_ORDER],
  waitingRoom: [2 * SMALL, 105],
  drafts: [3 * SMALL, 105],
  margins: [4 * SMALL, 17],
  log: [2 * SMALL, 105],
  standby: [2 * SMALL, 105],
  backups: [2 * SMALL, 105],
  lines: [4 * SMALL, 27],
  padding: [4 * SMALL, 27],
}
/** Of a hundred people: as many take the long way as are singled out by it in most portions, */
const FEW = 2
/** so many do where that is what is tried, */
const SOME = 6
/** and so many fill in on the pages, which takes as many requests as there are pages. */
const ON_PAGES = 30

/** So many were asked in a round to which one person came. */
const ASKED_ALONE = 20

/** Of a random pairing one is right on average, with a spread of one: the mean of so many runs stays below this. */
const CHANCE = 1 + 3 * Math.sqrt(1 / RUNS)

/** For all runs together, in milliseconds. */
const TIME = 240_000 * inject('sampleFactor')

let place: AttackedPlace

beforeAll(async () => {
  place = await openAttackedPlace()
})
afterAll(() => place.end())

/** Nobody withdraws and nothing breaks: that would only blur what a step is for. */
function attackedWithout(step: Attacked): Promise<AttackResult> {
  const [clients, seed, portion = SMALL] = ATTACKED[step]
  const onPages = step === 'lines' || step === 'padding' ? 100 : ON_PAGES
  const options: AttackOptions = {
    seed,
    clients,
    portion,
    omit: new Set([step]),
    eventful: false,
    longWays: SOME,
    onPages,
  }
  return attackWave(place, options)
}

describe('an attacker with dumps, disks, a standby, backups and logs', () => {
  let runs: readonly AttackResult[] = []
  const meanOf = (figure: (run: AttackResult) => number): number => mean(runs.map(figure))
  const totalOf = (figure: (run: AttackResult) => number): number => total(runs.map(figure))

  beforeAll(async () => {
    const options = {
      clients: CLIENTS,
      portion: PORTION,
      omit: new Set<Protection>(),
      eventful: true,
      longWays: FEW,
      onPages: ON_PAGES,
    }
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const started = Date.now()
      const run = await attackWave(place, { ...options, seed })
      runs = [...runs, run]
      const { perPortion, afterwards, evident } = run
      tell('one run', { seed, seconds: (Date.now() - started) / 1000, perPortion, afterwards, ...evident })
    }
    tell('who gave which answers', {
      runs: RUNS,
      clients: CLIENTS,
      portion: PORTION,
      onPages: totalOf((run) => run.onPages),
      paused: totalOf((run) => run.paused),
      withdrawn: totalOf((run) => run.withdrawn),
      kills: place.server.starts() - 1,
      portions: totalOf((run) => run.portions),
      perPortion: meanOf((run) => run.perPortion),
      afterwards: meanOf((run) => run.afterwards),
      limit: CHANCE,
      guessed: totalOf((run) => run.evident.guessed),
      unsealed: meanOf((run) => run.unsealed),
      backups: totalOf((run) => run.backups),
      inBackup: meanOf((run) => run.inBackup),
      requests: totalOf((run) => run.requests),
      proxyLines: totalOf((run) => run.proxyLines),
      logLines: totalOf((run) => run.log.lines),
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

  it('finds nobody in the log of the server, which has no line of what respondents do', () => {
    expect(runs.map(({ log }) => log.ofRespondents)).toEqual(runs.map(() => 0))
    expect(Math.min(...runs.map(({ log }) => log.lines))).toBeGreaterThan(0)
    expect(totalOf(({ log }) => log.found)).toBe(0)
    const fields = new Set(runs.flatMap(({ log }) => log.fields))
    expect(fields).toEqual(new Set(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']))
  })

  it('finds nobody in the log of the proxy as documented either', () => {
    expect(Math.min(...runs.map(({ requests }) => requests))).toBeGreaterThan(2 * CLIENTS)
    expect(runs.map(({ proxyLines }) => proxyLines)).toEqual(runs.map(() => 0))
  })

  it('learns nothing from how long the answers of the server are, whichever way somebody took', () => {
    expect(new Set(runs.flatMap(({ sizes }) => sizes))).toEqual(new Set([1024, 12_288]))
  })

  it('sees at no answers whether they came on the pages or by a program', () => {
    expect(runs.map(({ toldApart }) => toldApart)).toEqual(runs.map(() => []))
  })
})

describe('without one of the protections', () => {
  it.each(Object.keys(ATTACKED) as Attacked[])('%s, the attack succeeds', async (step) => {
    const run = await attackedWithout(step)
    const { evident, portions, unsealed } = run
    tell(`without ${step}`, { clients: ATTACKED[step][0], portions, ...evident, unsealed })
    // Of so many guesses chance gets one in a portion right.
    const expected = run.evident.guessed / (ATTACKED[step][2] ?? SMALL)
    expect(run.evident.right).toBeGreaterThanOrEqual(3)
    expect(run.evident.right).toBeGreaterThan(expected + 3 * Math.sqrt(expected))
  })

  it('codes, who knows the list alone knows whose the only answers are', async () => {
    const erased = await ownersOfOnlyAnswers(place, ASKED_ALONE, new Set())
    const kept = await ownersOfOnlyAnswers(place, ASKED_ALONE, new Set(['codes']))
    tell('without codes', { of: ASKED_ALONE, erased: erased.candidates, kept: kept.candidates, right: kept.right })
    expect(erased.candidates).toBe(ASKED_ALONE)
    expect(kept).toEqual({ candidates: 1, right: 1 })
  })
})

function mean(values: readonly number[]): number {
  return total(values) / values.length
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
