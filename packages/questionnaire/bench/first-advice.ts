import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the first calls in a process cost, in milliseconds. */
export interface FirstAdvice {
  readonly compiling: number
  readonly advising: number
  /** How many indications it gave. */
  readonly count: number
}

/** Starts a process that compiles sixty texts and gives advice on them, once. */
export async function firstAdvice(): Promise<FirstAdvice> {
  const script = fileURLToPath(new URL('first-advice-process.ts', import.meta.url))
  const execArgv = ['--conditions=@klankbord/source', '--import', import.meta.resolve('tsx')]
  const child = fork(script, { execArgv })
  const [measured] = (await once(child, 'message')) as [FirstAdvice]
  return measured
}
