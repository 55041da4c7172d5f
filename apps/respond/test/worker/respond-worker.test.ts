import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

interface Asked {
  readonly request: { readonly method: string; readonly mode: string; readonly url: string }
  respondWith(answer: Promise<unknown>): void
}

it('gives out pages that are asked for, and leaves a form that is sent to the browser', async () => {
  const heard = new Map<string, (event: Asked) => void>()
  vi.stubGlobal('self', { addEventListener: (kind: string, hear: (event: Asked) => void) => heard.set(kind, hear) })
  vi.stubGlobal('caches', { keys: async () => [] })
  vi.stubGlobal('fetch', async () => 'of the server')
  await import('../../src/worker/respond-worker.ts')
  const answers: Promise<unknown>[] = []
  const ask = (method: string): void =>
    heard.get('fetch')?.({
      request: { method, mode: 'navigate', url: 'https://klankbord.example/v/ronde' },
      respondWith: (answer) => void answers.push(answer),
    })
  ask('POST')
  expect(answers).toEqual([])
  ask('GET')
  expect(await Promise.all(answers)).toEqual(['of the server'])
})
