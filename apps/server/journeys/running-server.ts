import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { freePort } from '../chaos/free-port.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** The built server in a process of its own, as people start it. */
export interface RunningServer {
  readonly origin: string
  readonly dataFolder: string
  /** The links that were printed at the start. */
  readonly links: { readonly questionnaire: string; readonly results: string; readonly studio: string }
  /** Runs another command of the command line on the same data and gives what it printed. */
  command(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }>
  /** Pulls the plug of the server and its database: no warning, no clean-up. */
  pullThePlug(): Promise<void>
  /** Does something while the server runs and its database does not; afterwards both run. */
  withoutDatabase(work: () => Promise<void>): Promise<void>
  /** Starts again on the same port and data. */
  startAgain(): Promise<void>
  /** Stops politely and removes the data. */
  end(): Promise<void>
}

/**
 * Starts the server with the sample study in an empty data folder and waits until it says that it listens.
 *
 * @param environment beside that of this process
 */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kb-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let { child, output } = await launch(port, dataFolder, environment)
  return {
    origin,
    dataFolder,
    links: linksIn(output),
    command: (...args) => finished(spawn(process.execPath, [CLI, ...args, '--data', dataFolder])),
    pullThePlug: async () => {
      const gone = finished(child)
      // The server first, or it would start its database again.
      child.kill('SIGKILL')
      await killDatabase(dataFolder)
      await gone
    },
    withoutDatabase: (work) => whileDatabaseIsAway(dataFolder, origin, work),
    startAgain: async () => {
      ;({ child, output } = await launch(port, dataFolder, environment))
    },
    end: async () => {
      const gone = finished(child)
      child.kill('SIGTERM')
      await gone
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The first line of PostgreSQL's pid file is the id of its first process; the others end with it. */
async function killDatabase(dataFolder: string): Promise<void> {
  const [pid] = (await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** The server starts a database that ended again, but not while another process holds this lock. */
async function whileDatabaseIsAway(dataFolder: string, origin: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dataFolder, 'postgres.lock')
  await writeFile(lock, JSON.stringify({ pid: process.pid }), { flag: 'wx' })
  try {
    await killDatabase(dataFolder)
    await work()
  } finally {
    await rm(lock)
  }
  await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 30_000 }).toBe(200)
}

async function launch(
  port: number,
  dataFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ child: ChildProcess; output: string }> {
  const env = { ...process.env, ...environment }
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port), '--data', dataFolder], { env })
  const output = await new Promise<string>((resolve, reject) => {
    let text = ''
    const listen = (chunk: Buffer): void => {
      text += chunk.toString()
      if (/\/studio\/sign-in#|klankbord user link/.test(text)) resolve(text)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${text}`)))
  })
  return { child, output }
}

function linksIn(output: string): RunningServer['links'] {
  const link = (pattern: RegExp): string => {
    const found = pattern.exec(output)?.[0]
    if (found === undefined) throw new Error(`no link like ${pattern} in:\n${output}`)
    return found
  }
  return {
    questionnaire: link(/http:\/\/\S+\/v\/\S+/),
    results: link(/http:\/\/\S+\/r\/\S+/),
    studio: link(/http:\/\/\S+\/studio\/sign-in#\S+/),
  }
}

function finished(child: ChildProcess): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
    if (child.exitCode !== null || child.signalCode !== null) resolve({ code: child.exitCode ?? 1, output })
  })
}
