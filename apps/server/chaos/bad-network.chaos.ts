import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accountOf } from './account.ts'
import { NOTHING_WRONG, openChaosPlace, type ChaosPlace } from './chaos-place.ts'
import { freePort } from './free-port.ts'
import { sendOnce } from './sender.ts'
import { tell } from './tell.ts'
import { openTroubledProxy } from './troubled-proxy.ts'
import { underLoad } from './under-load.ts'

const SUBMISSIONS = 500 * inject('sampleFactor')

let place: ChaosPlace

beforeAll(async () => {
  place = await openChaosPlace(14)
})
afterAll(() => place.end())

it('stores everything once over a network that drops, doubles, delays, reorders and cuts', async () => {
  const { server, fieldwork, random } = place
  const proxy = await openTroubledProxy(server.port, await freePort(), random)
  const senders = await place.people(SUBMISSIONS)
  const statuses = await underLoad({ port: proxy.port, wave: fieldwork.wave.address, senders, together: 10 }, () =>
    Promise.resolve(),
  )
  await proxy.end()
  const account = await accountOf(fieldwork, senders)
  tell('bad network', { troubles: proxy.troubles, statuses: Object.fromEntries(statuses), ...account })
  expect(account).toEqual({ sent: SUBMISSIONS, acknowledged: SUBMISSIONS, ...NOTHING_WRONG })
  expect(Object.values(proxy.troubles).every((times) => times > 0)).toBe(true)
  expect([...statuses.keys()].filter((status) => ![0, 200, 201].includes(status))).toEqual([])
  expect(server.starts()).toBe(1)
})

it('stores nothing of somebody whose every request is cut, and says so to nobody', async () => {
  const { server, fieldwork, random } = place
  const cutting = { ...random, fraction: () => 0.9, pick: () => 'truncate' } as typeof random
  const proxy = await openTroubledProxy(server.port, await freePort(), cutting)
  const senders = await place.people(20)
  for (const sender of senders) expect(await sendOnce(proxy.port, fieldwork.wave.address, sender)).toBe(0)
  await proxy.end()
  const account = await accountOf(fieldwork, senders)
  expect([account.acknowledged, account.damaged, account.codesOutOfStep]).toEqual([0, 0, 0])
})
