import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { todayAt, ZONE } from '../../clock.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { systemReason } from '../system-error.ts'
import { bad, good, look, type Verdict } from './verdict.ts'

const NEEDED_NODE = '20.19.0'
const NEEDED_MEGABYTES = 500

/** Before this program was written, and after anybody will run it. */
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z')
const LAST_DAY = Date.parse('2100-01-01T00:00:00Z')

/** Looks at the computer: Node.js, the data folder and its disk, the clock, the proxies and the browser files. */
export async function machineVerdicts(place: Surroundings, data: string): Promise<readonly Verdict[]> {
  return [
    nodeVerdict(process.versions.node),
    await folderVerdict(data),
    await diskVerdict(data),
    clockVerdict(place.clock.now()),
    ...proxyVerdicts(place),
    await bundleVerdict(place),
  ]
}

/** Whether this version of Node.js is new enough. @example nodeVerdict('20.20.2').state // 'good' */
export function nodeVerdict(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE.split('.').map(Number)
  const enough = major > neededMajor || (major === neededMajor && minor >= neededMinor)
  return enough ? good(say('nodeGood', { version })) : bad(say('nodeOld', { version, needed: NEEDED_NODE }))
}

async function folderVerdict(data: string): Promise<Verdict> {
  const folder = resolve(data)
  const there = await nearestFolder(folder)
  try {
    if (!(await stat(there)).isDirectory()) throw notAFolder(there)
    await access(there, constants.W_OK)
    return good(say(there === folder ? 'folderGood' : 'folderLater', { folder }))
  } catch (error) {
    return bad(say('folderBad', { folder, reason: systemReason(error) }))
  }
}

/** How much room there is where this folder is, or will be. */
export async function diskVerdict(data: string): Promise<Verdict> {
  const folder = resolve(data)
  const { bavail, bsize } = await statfs(await nearestFolder(folder))
  return roomVerdict(folder, bavail * bsize)
}

/** Whether so many bytes are room enough. @example roomVerdict('/data', 1000).state // 'bad' */
export function roomVerdict(folder: string, bytes: number): Verdict {
  const megabytes = Math.floor(bytes / 1_000_000)
  return megabytes >= NEEDED_MEGABYTES
    ? good(say('diskGood', { megabytes, folder }))
    : bad(say('diskBad', { megabytes, folder, needed: NEEDED_MEGABYTES }))
}

/** Grace periods, terms and sessions follow the clock. @example clockVerdict(new Date(0)).state // 'bad' */
export function clockVerdict(now: Date): Verdict {
  const time = now.toISOString()
  const likely = now.getTime() >= FIRST_DAY && now.getTime() < LAST_DAY
  return likely
    ? good(say('clockGood', { time, zone: ZONE, today: todayAt(now).today }))
    : bad(say('clockAbsurd', { time }))
}

/** Whether the address of a client is told by whom it should be: limits per address depend on it. */
function proxyVerdicts({ environment: { publicUrl, trustedProxies } }: Surroundings): readonly Verdict[] {
  const proxies = trustedProxies
  if (publicUrl !== null && !publicUrl.startsWith('https://')) return [look(say('urlWithoutTls', { url: publicUrl }))]
  if (publicUrl !== null && proxies === 0) return [look(say('proxiesNone'))]
  if (publicUrl === null && proxies > 0) return [look(say('proxiesWithoutUrl', { proxies }))]
  return publicUrl === null ? [] : [good(say('proxiesGood', { url: publicUrl, proxies }))]
}

async function bundleVerdict({ environment: { assets } }: Surroundings): Promise<Verdict> {
  const files = [
    join(assets.studio, 'index.html'),
    join(assets.report, 'report.js'),
    join(assets.respond, 'respond.js'),
  ]
  const missing: string[] = []
  for (const file of files) if (!(await exists(file))) missing.push(file)
  return missing.length === 0 ? good(say('bundlesGood')) : bad(say('bundlesBad', { files: missing.join(', ') }))
}

function notAFolder(path: string): Error {
  return Object.assign(new Error(`not a folder: ${path}`), { code: 'ENOTDIR' })
}

/** The folder itself, or the first one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  return (await exists(folder)) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

/** Whether something is there. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
