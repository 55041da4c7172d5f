import { describe, expect, it } from 'vitest'
import { createApiClient, type ApiClient } from '../../src/api/api-client.ts'
import { failureOf, type Failure } from '../../src/api/api-failure.ts'

interface Asked {
  readonly method: string | undefined
  readonly path: string
  readonly body: unknown
}

function clientOf(answer: () => Response): { readonly api: ApiClient; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const api = createApiClient(async (path, init) => {
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    asked.push({ method: init?.method, path: path instanceof Request ? path.url : path.toString(), body })
    return answer()
  })
  return { api, asked }
}

async function failureFrom(work: Promise<unknown>): Promise<Failure> {
  return work.then(
    () => expect.fail('it worked'),
    (error: unknown) => failureOf(error),
  )
}

describe('the studio asking the server', () => {
  it('says what it wants at the addresses of the server', async () => {
    const { api, asked } = clientOf(() => Response.json({ studies: [], instruments: [] }))
    await api.signIn('secret')
    await api.studies()
    await api.createStudy({ title: { nl: 'Zorg' }, organisation: { name: 'De raad' }, instrument: 'wmo' })
    await api.saveDefinition('s/1', { text: '{}', revision: 4 })
    await api.wording('s1')
    await api.saveWording('s1', { revision: 4, words: { T1: null } })
    await api.people('s1')
    await api.savePeople('s1', 40)
    await api.publishVersion('s1')
    await api.openWave('s1', { title: { nl: 'Ronde 1' } })
    await api.closeWave('s1', 'w1')
    await api.publishResults('s1', 'w1', { readers: 'everybody' })
    expect(asked).toEqual([
      { method: 'POST', path: '/api/session', body: { token: 'secret' } },
      { method: 'GET', path: '/api/studies', body: undefined },
      {
        method: 'POST',
        path: '/api/studies',
        body: { title: { nl: 'Zorg' }, organisation: { name: 'De raad' }, instrument: 'wmo' },
      },
      { method: 'PUT', path: '/api/studies/s%2F1/definition', body: { text: '{}', revision: 4 } },
      { method: 'GET', path: '/api/studies/s1/wording', body: undefined },
      { method: 'PUT', path: '/api/studies/s1/wording', body: { revision: 4, words: { T1: null } } },
      { method: 'GET', path: '/api/studies/s1/people', body: undefined },
      { method: 'PUT', path: '/api/studies/s1/people', body: { people: 40 } },
      { method: 'POST', path: '/api/studies/s1/versions', body: {} },
      { method: 'POST', path: '/api/studies/s1/waves', body: { title: { nl: 'Ronde 1' } } },
      { method: 'PATCH', path: '/api/studies/s1/waves/w1', body: { state: 'closed' } },
      { method: 'POST', path: '/api/studies/s1/waves/w1/publications', body: { readers: 'everybody' } },
    ])
  })

  it('takes an answer without a body', async () => {
    const { api } = clientOf(() => new Response(null, { status: 204 }))
    await expect(api.signOut()).resolves.toBeUndefined()
  })

  it('fails with the problem that the server tells', async () => {
    const { api } = clientOf(() => Response.json({ code: 'noVersionYet', detail: 'no version' }, { status: 409 }))
    expect(await failureFrom(api.openWave('s1', { title: {} }))).toMatchObject({ status: 409, code: 'noVersionYet' })
  })

  it('fails with an unexpected answer when something between gives a page', async () => {
    const { api } = clientOf(() => new Response('<h1>Sign in to the network</h1>', { status: 200 }))
    expect(await failureFrom(api.studies())).toMatchObject({ status: 200, code: 'unexpectedAnswer' })
  })

  it('fails as offline when no answer comes', async () => {
    const api = createApiClient(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureFrom(api.studies())).toMatchObject({ status: 0, code: 'offline' })
  })
})
