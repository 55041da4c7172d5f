import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, startEmbeddedPostgres, type Database } from '@klankbord/storage'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const TSX = import.meta.resolve('tsx')

/** The server in a process of its own with its own database, saying all that it can say. */
export interface TalkativeServer {
  readonly origin: string
  /** The token of the link that it printed for its first user. */
  readonly token: string
  readonly database: Database
  /** Runs a command on its data, as talkative; gives its exit code. What it says counts as said. */
  command(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }>
  /** Writes a file beside the data. */
  file(name: string, content: string): Promise<string>
  /** Does something while the database is away, and waits until it is back. */
  withoutDatabase(work: () => Promise<void>): Promise<void>
  /** Everything that the server, its commands and its database wrote, by where it went. */
  said(): Readonly<Record<'server' | 'commands' | 'database', string>>
  end(): Promise<void>
}

export async function startTalkativeServer(): Promise<TalkativeServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const data = join(folder, 'data')
  const heard = { server: '', commands: '' }
  const child = launch(['serve', '--port', '0', '--no-sample', '--data', data])
  const gone = ended(child, (text) => (heard.server += text))
  const link = await new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (): void => {
      const found = /(http:\/\/\S+)\/studio\/sign-in#(\S+)/.exec(heard.server)
      if (found !== null) resolve(found)
    }
    child.stdout?.on('data', look)
    void gone.then((code) => reject(new Error(`ended with ${code} before it listened:\n${heard.server}`)))
  })
  const origin = link[1] ?? ''
  const postgres = await startEmbeddedPostgres({ dataFolder: data })
  const database = openDatabase(postgres.connectionString)
  return {
    origin,
    token: link[2] ?? '',
    database,
    command: async (...args) => {
      let output = ''
      const code = await ended(launch([...args, '--data', data]), (text) => (output += text))
      heard.commands += output
      return { code, output }
    },
    file: async (name, content) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    },
    withoutDatabase: async (work) => {
      // The server starts a database that ended again, but not while another process holds this lock.
      const lock = join(data, 'postgres.lock')
      await writeFile(lock, JSON.stringify({ pid: process.pid }), { flag: 'wx' })
      try {
        const [pid] = (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
        process.kill(Number(pid), 'SIGKILL')
        await work()
      } finally {
        await rm(lock)
      }
      while ((await fetch(`${origin}/readyz`)).status !== 200) await turn()
    },
    said: () => ({ ...heard, database: logsIn(data) }),
    end: async () => {
      await database.close()
      child.kill('SIGTERM')
      await gone
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function launch(args: readonly string[]): ChildProcess {
  // No proxy in front: addresses in headers are believed, so that they could be written down.
  const env = {
    ...process.env,
    KLANKBORD_LOG: 'trace',
    KLANKBORD_PROXIES: '1',
    KLANKBORD_REQUESTS_PER_MINUTE: '1000000',
  }
  return spawn(process.execPath, ['--import', TSX, '--conditions=@klankbord/source', CLI, ...args], { env })
}

function ended(child: ChildProcess, hear: (text: string) => void): Promise<number> {
  child.stdout?.on('data', (chunk: Buffer) => hear(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => hear(chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

function logsIn(data: string): string {
  const files = ['postgres.log', 'postgres.log.old'].map((name) => join(data, name))
  return files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('')
}

/** Lets everything else go on for a moment. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
