import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRequests, type ApiRequest, type Described } from './api-requests.ts'
import { startPlantedHole, type PlantedHole } from './planted-hole.ts'
import { isInstalled } from './run-scanner.ts'
import { startScannedServer, type ScannedServer } from './scanned-server.ts'
import { scanWithSqlmap, type SqlmapScan } from './sqlmap.ts'
import { trials, type Trial } from './trials.ts'
import { scanWithWapiti } from './wapiti.ts'

/** Says how a scan went, beside whether it passed. */
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

const MISSING = ['wapiti', 'sqlmap'].filter((name) => !isInstalled(name))
if (MISSING.length > 0) {
  tell(`Not scanned: ${MISSING.join(' and ')} not installed (Debian: apt-get install wapiti sqlmap).`)
}

/** Would end what the others are asked with. */
const NOT_ASKED: readonly string[] = ['DELETE /api/session']

/** What sqlmap may take for one parameter. */
const SECONDS_FOR_EACH = 60

let scanned: ScannedServer
let hole: PlantedHole
let folder: string

beforeAll(async () => {
  if (MISSING.length === 2) return
  ;[scanned, hole] = await Promise.all([startScannedServer(), startPlantedHole()])
  folder = await mkdtemp(join(tmpdir(), 'kb-'))
}, 120_000)

afterAll(async () => {
  if (MISSING.length === 2) return
  await hole.end()
  await scanned.running.end()
  await rm(folder, { recursive: true })
})

/** Every operation of the API, as openapi.json describes it now. */
async function operations(): Promise<readonly ApiRequest[]> {
  const described = (await (await fetch(`${scanned.running.origin}/api/openapi.json`)).json()) as Described
  return apiRequests(described, scanned.known).filter(({ method, route }) => !NOT_ASKED.includes(`${method} ${route}`))
}

/** Everything that was asked in the meantime was answered, and nothing with a fault of ours. */
async function countedSince(before: ReadonlyMap<number, number>): Promise<number> {
  const after = await scanned.answered()
  const more = [...after].map(([status, count]) => [status, count - (before.get(status) ?? 0)] as const)
  expect(more.filter(([status, count]) => status >= 500 && count > 0)).toEqual([])
  return more.reduce((sum, [, count]) => sum + count, 0)
}

describe.skipIf(MISSING.includes('wapiti'))('wapiti', () => {
  it('would find a page that repeats what it is told', async () => {
    const target = { origin: hole.origin, paths: ['/?name=Ans'], cookie: null, folder }
    const { findings } = await scanWithWapiti(target, 20)
    expect(findings.map(({ kind }) => kind)).toContain('Cross Site Scripting')
  }, 300_000)

  it.each([
    ['whoever comes by', false],
    ['somebody who is signed in', true],
  ])(
    'finds nothing on any page or file, as %s',
    async (_who, signedIn) => {
      const before = await scanned.answered()
      const visited = (await operations()).filter(({ method }) => method === 'GET').map(({ path }) => path)
      // It judges headers by the first page that it is given.
      const paths = [new URL(scanned.running.links.questionnaire).pathname, ...visited]
      const cookie = signedIn ? await scanned.throwaway() : null
      const target = { origin: scanned.running.origin, paths, cookie, folder: await scanned.folder() }
      const { attacked, findings } = await scanWithWapiti(target, 30)
      const requests = await countedSince(before)
      tell(`wapiti, ${_who}: ${attacked} addresses and forms, ${requests} requests, ${findings.length} findings`)
      expect(findings).toEqual([])
      expect(attacked).toBeGreaterThan(10)
    },
    900_000,
  )
})

describe.skipIf(MISSING.includes('sqlmap'))('sqlmap', () => {
  it('would find a page that tells the fault of a database', async () => {
    const request = { method: 'GET', route: '/', path: '/?name=Ans', body: null }
    const target = { origin: hole.origin, cookie: null, folder }
    const [trial] = trials([request])
    const { findings } = await scanWithSqlmap(target, trial as Trial, 60)
    expect(findings.join('\n')).toMatch(/injectable/)
  }, 300_000)

  it('finds nothing in any part of an address, parameter, field or cookie of the API', async () => {
    const before = await scanned.answered()
    const all = trials(await operations())
    const scans = await inTurns(all, 2)
    const requests = await countedSince(before)
    const asked = all.flatMap(({ parameters }) => parameters).length
    const tried = scans.reduce((sum, scan) => sum + scan.tried, 0)
    const found = scans.flatMap(({ findings }, at) => findings.map((one) => `${nameOf(all[at])}: ${one}`))
    tell(
      `sqlmap: ${all.length} operations, ${tried} of ${asked} parameters, ${requests} requests, ${found.length} findings`,
    )
    expect(found).toEqual([])
    const left = all.flatMap((trial, at) => {
      const scan = scans[at]
      return (scan?.tried ?? 0) >= trial.parameters.length
        ? []
        : [`${nameOf(trial)}, ${scan?.tried} tried: ${scan?.said}`]
    })
    expect(left).toEqual([])
  }, 1_800_000)
})

const nameOf = (trial: Trial | undefined): string => `${trial?.method} ${trial?.route}`

/** So many at a time, each as an administrator of its own until a scan has put that one out. */
async function inTurns(all: readonly Trial[], atOnce: number): Promise<readonly SqlmapScan[]> {
  const scans: SqlmapScan[] = []
  let next = 0
  const work = async (): Promise<void> => {
    let cookie = await scanned.throwaway()
    for (let at = next++; at < all.length; at = next++) {
      if (!(await scanned.letsIn(cookie))) cookie = await scanned.throwaway()
      const target = { origin: scanned.running.origin, cookie, folder: await scanned.folder() }
      scans[at] = await scanWithSqlmap(target, all[at] as Trial, SECONDS_FOR_EACH * (all[at]?.parameters.length ?? 0))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return scans
}
