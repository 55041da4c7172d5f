import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { requestTally, STEP, type AnsweredRequest } from '../../src/metrics/request-tally.ts'

const RESPONSE = { method: 'PUT', route: '/api/waves/:wave/responses/:id', status: 201, seconds: 0.02 }

/** How many requests of this kind a reader finds after these were answered. */
async function found(requests: readonly AnsweredRequest[], { route, status }: AnsweredRequest): Promise<number> {
  const registry = new Registry()
  const count = requestTally(registry)
  for (const request of requests) count(request)
  const line = (await registry.metrics())
    .split('\n')
    .find((text) => text.includes('_count{') && text.includes(`route="${route}",status="${status}"`))
  return Number(line?.split(' ').at(-1) ?? 0)
}

const times = (n: number, request: AnsweredRequest): readonly AnsweredRequest[] =>
  Array.from({ length: n }, () => request)

it('counts what respondents do in steps, so that no two readings tell who came between', async () => {
  expect(await found(times(STEP - 1, RESPONSE), RESPONSE)).toBe(0)
  expect(await found(times(STEP, RESPONSE), RESPONSE)).toBe(STEP)
  expect(await found(times(2 * STEP + 7, RESPONSE), RESPONSE)).toBe(2 * STEP)
})

it('holds each kind of answer back on its own', async () => {
  const refused = { ...RESPONSE, status: 403 }
  expect(await found([...times(STEP - 1, RESPONSE), refused], RESPONSE)).toBe(0)
})

it.each([503, 500, 429])('counts at once what the server could not do or held back: %i', async (status) => {
  expect(await found([{ ...RESPONSE, status }], { ...RESPONSE, status })).toBe(1)
})

it('counts at once what staff and programs ask', async () => {
  const health = { method: 'GET', route: '/healthz', status: 200, seconds: 0.001 }
  expect(await found([health], health)).toBe(1)
})
