import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '@klankbord/storage'
import { accountOf, type Account } from '../chaos/account.ts'
import { answersOf, fieldworkOn } from '../chaos/fieldwork.ts'
import { senderOf } from '../chaos/sender.ts'
import { underLoad } from '../chaos/under-load.ts'
import { promote, startStandby, waitForStandby, type DebianPostgres } from './debian-postgres.ts'
import type { PgBouncer } from './pg-bouncer.ts'

const PEOPLE = Number(process.env['SCALE_PEOPLE'] ?? 2000)
const TOGETHER = 24

export interface FailoverPlace {
  readonly folder: string
  readonly primary: DebianPostgres
  readonly standby: DebianPostgres
  readonly bouncer: PgBouncer
  /** Of the proxy. */
  readonly port: number
  readonly database: Database
  readonly began: (server: DebianPostgres) => DebianPostgres
}

export interface FailoverFigures extends Account {
  /** Longest time in which nobody was told that anything is stored. */
  readonly secondsWithoutService: number
  /** How often each status was answered; 0 for a connection that broke. */
  readonly statuses: Readonly<Record<string, number>>
  /** Acknowledged before the primary was killed. */
  readonly beforeTheLoss: number
}

/**
 * The primary is killed while everybody sends. At once the standby is promoted and PgBouncer is pointed at it, by hand as
 * it were: how long it takes to notice is not in these figures. A new standby is made while work goes on.
 */
export async function loseThePrimary(place: FailoverPlace): Promise<FailoverFigures> {
  const { folder, primary, standby, bouncer, port, database, began } = place
  const fieldwork = await fieldworkOn(database, 10 * PEOPLE)
  const codes = await fieldwork.handOut(PEOPLE)
  const senders = codes.map((code, n) => senderOf({ name: `failover/${n}`, answers: answersOf(n), code }))
  let [beforeTheLoss, longest] = [0, 0]
  const statuses = await underLoad(
    { port, wave: fieldwork.wave.address, senders, together: TOGETHER },
    async ({ done, acknowledged }) => {
      while (acknowledged() < PEOPLE / 3) await wait(2)
      const silence = longestSilence(acknowledged, done)
      beforeTheLoss = acknowledged()
      await primary.kill()
      await promote(standby)
      bouncer.pointAt(standby)
      while (acknowledged() < beforeTheLoss + PEOPLE / 10) await wait(2)
      await waitForStandby(standby, began(await startStandby(standby.port, folder, 'three')))
      longest = await silence
    },
  )
  return {
    ...(await accountOf(fieldwork, senders)),
    beforeTheLoss,
    secondsWithoutService: Math.round(longest / 10) / 100,
    statuses: Object.fromEntries(statuses),
  }
}

/** In milliseconds, until everybody is done. */
async function longestSilence(acknowledged: () => number, done: () => boolean): Promise<number> {
  let [longest, count, since] = [0, acknowledged(), performance.now()]
  while (!done()) {
    await wait(5)
    const now = performance.now()
    longest = Math.max(longest, now - since)
    if (acknowledged() > count) [count, since] = [acknowledged(), now]
  }
  return longest
}
