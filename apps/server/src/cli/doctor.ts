import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isProblem } from '@klankbord/model'
import { listStudies } from '@klankbord/storage'
import { pino } from 'pino'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { systemReason } from './system-error.ts'
import { openOwnDatabase } from './workplace.ts'

/** What was found of one thing. */
interface Verdict {
  readonly good: boolean
  readonly sentence: string
}

const NEEDED_NODE = '20.19.0'
const NEEDED_MEGABYTES = 500

/** Looks at everything that the server needs and says of each whether it is good. Makes and changes nothing. */
export async function examine(place: Surroundings, { data }: { readonly data: string }): Promise<ExitCode> {
  const verdicts = [
    nodeVerdict(process.versions.node),
    await folderVerdict(data),
    await diskVerdict(data),
    await databaseVerdict(place, data),
    await bundleVerdict(place),
  ]
  for (const { good, sentence } of verdicts) place.terminal.print(say(good ? 'sound' : 'unsound', { sentence }))
  return verdicts.every(({ good }) => good) ? 0 : 1
}

/** Whether this version of Node.js is new enough. @example nodeVerdict('20.20.2').good // true */
export function nodeVerdict(version: string): Verdict {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE.split('.').map(Number)
  const good = major > neededMajor || (major === neededMajor && minor >= neededMinor)
  return { good, sentence: good ? say('nodeGood', { version }) : say('nodeOld', { version, needed: NEEDED_NODE }) }
}

async function folderVerdict(data: string): Promise<Verdict> {
  const folder = resolve(data)
  const there = await nearestFolder(folder)
  try {
    if (!(await stat(there)).isDirectory()) throw notAFolder(there)
    await access(there, constants.W_OK)
    return { good: true, sentence: say(there === folder ? 'folderGood' : 'folderLater', { folder }) }
  } catch (error) {
    return { good: false, sentence: say('folderBad', { folder, reason: systemReason(error) }) }
  }
}

async function diskVerdict(data: string): Promise<Verdict> {
  const { bavail, bsize } = await statfs(await nearestFolder(resolve(data)))
  const megabytes = Math.floor((bavail * bsize) / 1_000_000)
  return megabytes >= NEEDED_MEGABYTES
    ? { good: true, sentence: say('diskGood', { megabytes }) }
    : { good: false, sentence: say('diskBad', { megabytes, needed: NEEDED_MEGABYTES }) }
}

async function databaseVerdict(place: Surroundings, data: string): Promise<Verdict> {
  const embedded = place.environment.databaseUrl === null
  if (embedded && !(await exists(join(data, 'postgres')))) return { good: true, sentence: say('databaseLater') }
  try {
    const { database, close } = await openOwnDatabase(place, data, pino({ level: 'silent' }))
    try {
      await database.ping()
      await listStudies(database.db)
      return { good: true, sentence: say('databaseGood') }
    } finally {
      await close()
    }
  } catch (error) {
    if (isProblem(error)) return { good: false, sentence: say('databaseBad', { reason: error.message }) }
    if (isMissingTable(error)) return { good: false, sentence: say('databaseBehind') }
    throw error
  }
}

async function bundleVerdict({ environment: { assets } }: Surroundings): Promise<Verdict> {
  const files = [join(assets.studio, 'index.html'), join(assets.report, 'report.js')]
  const missing: string[] = []
  for (const file of files) if (!(await exists(file))) missing.push(file)
  return missing.length === 0
    ? { good: true, sentence: say('bundlesGood') }
    : { good: false, sentence: say('bundlesBad', { files: missing.join(', ') }) }
}

function notAFolder(path: string): Error {
  return Object.assign(new Error(`not a folder: ${path}`), { code: 'ENOTDIR' })
}

/** The folder itself, or the first one above it that is there. */
async function nearestFolder(folder: string): Promise<string> {
  return (await exists(folder)) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** PostgreSQL's codes for a table or a column that is not there. */
function isMissingTable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '42703')
}
