import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer, type RunningServer } from '../journeys/running-server.ts'
import type { KnownValues } from './api-requests.ts'

/** A server with the sample study that scanners may do anything to. */
export interface ScannedServer {
  readonly running: RunningServer
  /** The cookie of an administrator who was added for this alone: a scan changes names, passwords and sessions. */
  readonly throwaway: () => Promise<string>
  /** Whether a cookie still lets somebody in. */
  readonly letsIn: (cookie: string) => Promise<boolean>
  readonly known: KnownValues
  /** Requests that it answered, by status. */
  readonly answered: () => Promise<ReadonlyMap<number, number>>
  /** An empty folder for what a scanner keeps. */
  readonly folder: () => Promise<string>
}

const TOKEN = 'for the scanner'

/** Starts one that holds nobody back, or scanners would see nothing but that. */
export async function startScannedServer(): Promise<ScannedServer> {
  const running = await startServer({
    KLANKBORD_REQUESTS_PER_MINUTE: '1000000000',
    KLANKBORD_METRICS_TOKEN: TOKEN,
    KLANKBORD_LOG: 'warn',
  })
  const throwaway = (): Promise<string> => addAdministrator(running)
  const known = await knownValues(running, await throwaway())
  return {
    running,
    throwaway,
    letsIn: async (cookie) => (await fetch(`${running.origin}/api/session`, { headers: { cookie } })).status === 200,
    known,
    answered: () => answeredBy(running.origin),
    folder: () => mkdtemp(join(running.dataFolder, 'scan-')),
  }
}

async function addAdministrator(running: RunningServer): Promise<string> {
  const { output } = await running.command('user', 'add', `Scanner ${randomUUID()}`, '--administrator')
  const token = /sign-in#(\S+)/.exec(output)?.[1]
  const answer = await fetch(`${running.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`nobody is signed in: ${output}`)
  return cookie
}

interface Studies {
  readonly studies: readonly { readonly id: string; readonly waves: readonly { id: string; state: string }[] }[]
}

async function knownValues({ origin, links }: RunningServer, cookie: string): Promise<KnownValues> {
  const get = async <Body>(path: string): Promise<Body> =>
    (await (await fetch(origin + path, { headers: { cookie } })).json()) as Body
  const [study] = (await get<Studies>('/api/studies')).studies
  const [organisation] = (await get<{ organisations: readonly { id: string }[] }>('/api/organisations')).organisations
  const address = new URL(links.questionnaire).pathname.split('/').at(-1) ?? ''
  const wave = study?.waves.find(({ state }) => state === 'open')?.id ?? ''
  const parts: Readonly<Record<string, string>> = {
    study: study?.id ?? '',
    organisation: organisation?.id ?? '',
    publication: new URL(links.results).pathname.split('/').at(-1) ?? '',
    id: randomUUID(),
    lang: 'nl',
    language: 'nl',
    screen: 't1',
    before: '100',
    provider: 'oidc',
    name: 'house.svg',
    view: 'audit',
    file: 'index.js',
  }
  return {
    parts: (name, route) =>
      name === 'wave' ? (route.includes('{study}') ? wave : address) : (parts[name] ?? randomUUID()),
    fields: {
      title: { nl: 'Een titel' },
      organisation: { name: 'De raad' },
      instrument: 'wmo-client-experience',
      language: 'nl',
      answers: { t1: 1, story: 'Een verhaal' },
      asked: ['t1'],
      words: { T1: null },
    },
    forms: {
      '/v/{wave}': { go: 'next', language: 'nl', screen: 't1', draft: randomUUID(), t1: '1' },
      '/v/{wave}/withdraw': { code: 'ABCD EFGH JKLM', language: 'nl' },
      '/studio/preview/{study}': { go: 'next', language: 'nl', screen: 't1', draft: '', t1: '1' },
    },
  }
}

async function answeredBy(origin: string): Promise<ReadonlyMap<number, number>> {
  const answer = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const lines = (await answer.text()).matchAll(
    /^klankbord_http_request_duration_seconds_count\{.*status="(\d+)".*\} (\d+)/gm,
  )
  const counts = new Map<number, number>()
  for (const [, status, count] of lines) {
    counts.set(Number(status), (counts.get(Number(status)) ?? 0) + Number(count))
  }
  return counts
}
