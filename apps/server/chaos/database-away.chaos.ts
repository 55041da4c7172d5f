import { setTimeout as wait } from 'node:timers/promises'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import { accountOf } from './account.ts'
import { NOTHING_WRONG, openChaosPlace, type ChaosPlace } from './chaos-place.ts'
import { tell } from './tell.ts'
import { underLoad } from './under-load.ts'

const OUTAGES = Math.ceil(inject('sampleFactor') / 4)
const SECONDS_AWAY = 3

let place: ChaosPlace

beforeAll(async () => {
  place = await openChaosPlace(12)
})
afterAll(() => place.end())

it('says for seconds that it cannot store, lives on, and takes everything once the database is back', async () => {
  const { server, fieldwork } = place
  const senders = await place.people(400 * OUTAGES)
  const statuses = await underLoad(
    { port: server.port, wave: fieldwork.wave.address, senders, together: 20 },
    async (load) => {
      for (let outage = 0; outage < OUTAGES; outage += 1) {
        while (load.acknowledged() < 400 * outage + 50) await wait(2)
        await whileAway(place, () => wait(SECONDS_AWAY * 1000))
        await server.ready()
      }
    },
  )
  const account = await accountOf(fieldwork, senders)
  tell('database away', { outages: OUTAGES, seconds: SECONDS_AWAY, statuses: Object.fromEntries(statuses), ...account })
  expect(account).toEqual({ sent: senders.length, acknowledged: senders.length, ...NOTHING_WRONG })
  expect(statuses.get(503)).toBeGreaterThan(0)
  expect([...statuses.keys()].filter((status) => ![200, 201, 503].includes(status))).toEqual([])
  expect(server.starts()).toBe(1)
})

it('tells who is sent away when to come back', async () => {
  const [sender] = await place.people(1)
  await whileAway(place, async () => {
    // A connection outlives the killed database for a moment, and may still store something.
    await vi.waitFor(async () => {
      const answer = await fetch(
        `http://127.0.0.1:${place.server.port}/api/waves/${place.fieldwork.wave.address}/responses/${sender?.id}`,
        { method: 'PUT', headers: { 'content-type': 'application/json' }, body: sender?.body ?? '' },
      )
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true])
    }, 10_000)
  })
  await place.server.ready()
})

/** The server starts a database that ended again, but not while another process holds this lock. */
async function whileAway({ server }: ChaosPlace, work: () => Promise<unknown>): Promise<void> {
  const lock = join(server.dataFolder, 'postgres.lock')
  await writeFile(lock, JSON.stringify({ pid: process.pid }), { flag: 'wx' })
  try {
    await server.kill('database')
    await work()
  } finally {
    await rm(lock)
  }
}
