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

it('gives out nothing after the last day, and takes it all away', async () => {
  vi.resetModules()
  const heard = new Map<string, (event: Asked) => void>()
  const gone: string[] = []
  const cache = {
    match: async (asked: unknown) => (asked === '/klankbord-last-day' ? new Response('2020-02-29') : 'kept'),
  }
  vi.stubGlobal('self', { addEventListener: (kind: string, hear: (event: Asked) => void) => heard.set(kind, hear) })
  vi.stubGlobal('caches', {
    keys: async () => ['klankbord ronde'],
    open: async () => cache,
    delete: async (name: string) => gone.push(`pages of ${name}`),
  })
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => gone.push(`answers of ${name}`) })
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
  await import('../../src/worker/respond-worker.ts')
  const answers: Promise<unknown>[] = []
  heard.get('fetch')?.({
    request: { method: 'GET', mode: 'navigate', url: 'https://klankbord.example/v/ronde' },
    respondWith: (answer) => void answers.push(answer),
  })
  await expect(answers[0]).rejects.toThrow('Failed to fetch')
  expect(gone).toEqual(['answers of klankbord ronde', 'pages of klankbord ronde'])
})
