import type { networkInterfaces } from 'node:os'
import { run, type Finished } from './command.ts'

/** A server in this process, from the moment that it says that it listens. */
export interface Serving {
  /** Everything that it said at its start. */
  readonly text: string
  /** The address in the first link that it printed. */
  readonly origin: string
  stop(): Promise<Finished>
}

export interface ServingOptions {
  readonly data: string
  /** Null: the embedded database of the data folder. */
  readonly databaseUrl: string | null
  readonly flags?: readonly string[]
  /** Whether it is started from a terminal. */
  readonly seen?: boolean
  /** The networks that this computer seems to be on. */
  readonly networks?: ReturnType<typeof networkInterfaces>
}

/** Runs `serve` on a free port until it is stopped. */
export async function serving({ flags = [], ...options }: ServingOptions): Promise<Serving> {
  let stop = (): void => undefined
  let say = (_text: string): void => undefined
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  const started = new Promise<string>((resolve) => (say = resolve))
  const finished = run(['serve', '--port', '0', ...flags], {
    ...options,
    stop: stopped,
    onPrint: (text) => say(text),
  })
  const early = finished.then(({ warned }) => {
    throw new Error(`ended early: ${warned.join('\n')}`)
  })
  const text = await Promise.race([started, early])
  early.catch(() => undefined)
  return {
    text,
    origin: /http:\/\/[^/:\s]+:\d+/.exec(text)?.[0] ?? '',
    stop: () => {
      stop()
      return finished
    },
  }
}
