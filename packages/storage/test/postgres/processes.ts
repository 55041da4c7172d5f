import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url))

/** Whether an ordinary user can come to this checkout and to this Node, to run a process of these tests. */
export function isOpenToEverybody(): boolean {
  return [process.execPath, OWNER].every((file) => ancestorsOf(file).every((path) => (statSync(path).mode & 0o1) !== 0))
}

function ancestorsOf(file: string): readonly string[] {
  const parent = dirname(file)
  return parent === file ? [] : [parent, ...ancestorsOf(parent)]
}

export interface Owner {
  readonly child: ChildProcess
  readonly connectionString: string
  readonly startedHere: boolean
  /** Ends it as an operator would. */
  stop(): Promise<void>
  /** Ends it without a word. */
  kill(): Promise<void>
}

/** Begins a process that starts the database of a folder. */
export function beginOwner(dataFolder: string, role: 'server' | 'command', options: SpawnOptions = {}): ChildProcess {
  const flags = ['--conditions=@klankbord/source', '--import', import.meta.resolve('tsx')]
  return spawn(process.execPath, [...flags, OWNER, dataFolder, role], { stdio: ['pipe', 'pipe', 'pipe'], ...options })
}

/** A process that has started or joined the database of a folder. @throws Error with what it said instead */
export async function runOwner(
  dataFolder: string,
  role: 'server' | 'command',
  options: SpawnOptions = {},
): Promise<Owner> {
  const child = beginOwner(dataFolder, role, options)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const exit = once(child, 'exit')
  const line = await Promise.race([firstLine(child), exit.then(() => null)])
  if (line === null) throw new Error(said)
  const end = async (how: () => void): Promise<void> => {
    how()
    await exit
  }
  return {
    child,
    ...(JSON.parse(line) as Pick<Owner, 'connectionString' | 'startedHere'>),
    stop: () => end(() => child.stdin?.end()),
    kill: () => end(() => child.kill('SIGKILL')),
  }
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  if (child.stdout === null) return null
  for await (const line of createInterface(child.stdout)) return line
  return null
}

export function temporaryFolder(parent: string = tmpdir()): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(parent, 'klankbord-supervisor-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 20 }) }
}

/** Waits for something that another process does. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 3000) throw new Error('waited 15 seconds in vain')
    await wait(5)
  }
}

export function postmasterOf(dataFolder: string): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}
