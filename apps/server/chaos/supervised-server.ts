import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** Milliseconds. */
const RESTART_DELAY = 100

/** The built server in a process of its own, started again whenever it ends, as systemd does. */
export interface SupervisedServer {
  readonly port: number
  readonly dataFolder: string
  /** Ends the server, or its PostgreSQL with all of its processes, without a word. Both come back by themselves. */
  kill(what: 'server' | 'database'): Promise<void>
  /** How often the server was started. */
  starts(): number
  /** Waits until it answers and has its database. @throws Error when it does not within a minute */
  ready(): Promise<void>
  /** Everything that it said so far. */
  said(): string
  /** Stops it politely, for good. */
  end(): Promise<void>
}

/** Starts the server on a data folder, without the sample study. */
export async function superviseServer(
  dataFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<SupervisedServer> {
  const port = await freePort()
  let [ended, starts, said] = [false, 0, '']
  let launched = (): void => undefined
  let child = launch()

  function launch(): ChildProcess {
    starts += 1
    launched()
    const started = spawn(
      process.execPath,
      [CLI, 'serve', '--no-sample', '--port', String(port), '--data', dataFolder],
      { env: { ...process.env, KLANKBORD_LOG: 'warn', KLANKBORD_REQUESTS_PER_MINUTE: '10000000', ...environment } },
    )
    const listen = (chunk: Buffer): void => void (said += chunk.toString())
    started.stdout?.on('data', listen)
    started.stderr?.on('data', listen)
    started.once('exit', () => {
      // As a supervisor does: not at once, or a server that cannot start would be started thousands of times.
      setTimeout(() => {
        if (!ended) child = launch()
      }, RESTART_DELAY)
    })
    return started
  }

  const server: SupervisedServer = {
    port,
    dataFolder,
    kill: async (what) => {
      if (what === 'server') {
        const again = new Promise<void>((resolve) => (launched = resolve))
        child.kill('SIGKILL')
        await again
      } else killDatabase(dataFolder)
    },
    starts: () => starts,
    ready: () => readyAt(port, () => said),
    said: () => said,
    end: async () => {
      ended = true
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
  try {
    await server.ready()
    return server
  } catch (error) {
    await server.end()
    throw error
  }
}

/** The first line of PostgreSQL's pid file is the id of its first process; the others end with it. */
export function postmasterOf(dataFolder: string): number | null {
  try {
    return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    // It is not running just now.
    return null
  }
}

function killDatabase(dataFolder: string): void {
  const pid = postmasterOf(dataFolder)
  try {
    if (pid !== null) process.kill(pid, 'SIGKILL')
  } catch {
    // Killed already: what is asked for is done.
  }
}

async function readyAt(port: number, said: () => string): Promise<void> {
  const until = Date.now() + 60_000
  while (Date.now() < until) {
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    await wait(50)
  }
  throw new Error(`the server was not ready within a minute:\n${said()}`)
}
