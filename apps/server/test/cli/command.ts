import { networkInterfaces } from 'node:os'
import { PassThrough } from 'node:stream'
import { seededRandom } from '@klankbord/testing'
import { readEnvironment, type Environment } from '../../src/config.ts'
import { runCommandLine } from '../../src/cli/run-command-line.ts'
import { STANDING_CLOCK } from '../started-server.ts'

/** What a command did. */
export interface Finished {
  readonly code: number
  /** Lines on standard output. */
  readonly printed: readonly string[]
  /** Lines on standard error, progress included. */
  readonly warned: readonly string[]
}

export interface RunOptions {
  /** Null for a command that needs no data. */
  readonly data: string | null
  /** Null: the embedded database of the data folder. */
  readonly databaseUrl: string | null
  readonly seed?: number
  /** The day, at noon; that of the standing clock when left out. */
  readonly today?: string
  /** Variables of the environment, beside those that tests set. */
  readonly env?: Readonly<Record<string, string>>
  /** When a command that runs until it is stopped is stopped. */
  readonly stop?: Promise<void>
  /** The networks that this computer seems to be on; those that it is on when left out. */
  readonly networks?: ReturnType<typeof networkInterfaces>
  /** What somebody at the keyboard types when asked; nobody sits there when left out. */
  readonly ask?: (question: string) => Promise<string>
  /** The folder of the script of the council page; the built one when left out. */
  readonly report?: string
  /** Whether standard output is a terminal; a pipe when left out. */
  readonly seen?: boolean
  /** Whether standard error is a terminal; a pipe when left out. */
  readonly watched?: boolean
  /** Hears every text that is printed. */
  readonly onPrint?: (text: string) => void
}

function environmentOf({ env, databaseUrl, report }: RunOptions): Environment {
  const read = readEnvironment({ KLANKBORD_LOG: 'silent', ...env })
  return { ...read, databaseUrl, assets: { ...read.assets, ...(report !== undefined && { report }) } }
}

/** Runs a command in this process, with a clock that stands still and seeded randomness. */
export async function run(parameters: readonly string[], options: RunOptions): Promise<Finished> {
  const printed: string[] = []
  const warned: string[] = []
  const random = seededRandom(options.seed ?? 1)
  const output = new PassThrough().setEncoding('utf8').on('data', (text: string) => printed.push(text))
  const inData = options.data === null ? [] : ['--data', options.data]
  const code = await runCommandLine([...parameters, ...inData], {
    environment: environmentOf(options),
    terminal: {
      print: (text) => {
        printed.push(`${text}\n`)
        options.onPrint?.(text)
      },
      warn: (text) => warned.push(`${text}\n`),
      progress: (text) => warned.push(`${text}\n`),
      seen: options.seen ?? false,
      watched: options.watched ?? false,
      output,
    },
    ask: options.ask ?? null,
    clock: options.today === undefined ? STANDING_CLOCK : { now: () => new Date(`${options.today}T12:00:00Z`) },
    randomness: { bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)) },
    networks: () => options.networks ?? networkInterfaces(),
    stopSignal: () => options.stop ?? Promise.resolve(),
  })
  return { code, printed: linesOf(printed), warned: linesOf(warned) }
}

function linesOf(texts: readonly string[]): readonly string[] {
  return texts.join('').split(/\r?\n/).slice(0, -1)
}
