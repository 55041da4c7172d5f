import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accountOf } from './account.ts'
import { NOTHING_WRONG, openChaosPlace, type ChaosPlace } from './chaos-place.ts'
import { tell } from './tell.ts'
import { underLoad } from './under-load.ts'

const KILLS_OF_EACH = 5 * inject('sampleFactor')
const BETWEEN_KILLS = 30

let place: ChaosPlace

beforeAll(async () => {
  place = await openChaosPlace(11)
})
afterAll(() => place.end())

it('loses nothing that it acknowledged when server and database are killed at random moments under load', async () => {
  const { server, fieldwork, random } = place
  const each = Array.from({ length: KILLS_OF_EACH })
  const kills = random.shuffle([...each.map(() => 'server' as const), ...each.map(() => 'database' as const)])
  const senders = await place.people(BETWEEN_KILLS * kills.length)
  await underLoad({ port: server.port, wave: fieldwork.wave.address, senders, together: 8 }, async (load) => {
    for (const [at, what] of kills.entries()) {
      while (load.acknowledged() < at * BETWEEN_KILLS + random.integer(1, BETWEEN_KILLS - 1)) await wait(2)
      await server.kill(what)
    }
  })
  await server.ready()
  const account = await accountOf(fieldwork, senders)
  tell('kills at random moments', { kills: kills.length, starts: server.starts(), ...account })
  expect(account).toEqual({ sent: senders.length, acknowledged: senders.length, ...NOTHING_WRONG })
  expect(server.starts()).toBe(1 + KILLS_OF_EACH)
})
