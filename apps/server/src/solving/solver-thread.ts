import { Worker } from 'node:worker_threads'
import { problem, type SolverFailure } from '@klankbord/model'
import type { SolvingJob, SolvingReply } from './solving-job.ts'

/** A thread that solves one job at a time. */
export interface SolverThread {
  /** Whether it can be asked again. It cannot be once a job failed: nobody knows what it is doing then. */
  readonly isSound: () => boolean
  /**
   * Waits until the thread is there, then at most so long for the outcome. A thread that is late is ended at once, in the
   * middle of whatever it is doing.
   *
   * @throws Problem `solverFailed`
   */
  readonly solve: (job: SolvingJob, seconds: number) => Promise<Outcome>
  readonly end: () => Promise<void>
}

type Outcome = Extract<SolvingReply, { kind: 'solved' }>['outcome']

/** What a thread runs, and how long it may take to begin. */
export interface ThreadScript {
  readonly script: URL
  readonly startSeconds: number
}

/**
 * A program that runs in WebAssembly cannot be interrupted, so it runs where the whole thread can be ended. The process does
 * not stay alive for a thread that waits.
 */
export function startThread({ script, startSeconds }: ThreadScript): SolverThread {
  const worker = threadOf(script)
  worker.unref()
  let sound = true
  const spoil = (): void => void (sound = false)
  // One that dies while nobody asks it anything must not take the server with it.
  worker.on('error', spoil).on('exit', spoil)
  const ready = reply(worker, startSeconds, 'neverStarted')
  // Whoever asks first is told; nobody may have asked yet when it fails.
  ready.catch(() => undefined)
  const end = async (): Promise<void> => {
    sound = false
    await worker.terminate()
  }
  return {
    isSound: () => sound,
    end,
    solve: async (job, seconds) => {
      worker.ref()
      try {
        await ready
        const replied = reply(worker, seconds, 'tookTooLong')
        worker.postMessage(job)
        const said = await replied
        if (said.kind === 'solved') return said.outcome
        throw problem('solverFailed', { why: 'failed' }, { cause: said })
      } catch (error) {
        await end()
        throw error
      } finally {
        worker.unref()
      }
    },
  }
}

/** The next thing that a thread says, unless it ends or is late. */
function reply(worker: Worker, seconds: number, late: 'neverStarted' | 'tookTooLong'): Promise<SolvingReply> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    const fail = (why: SolverFailure, cause?: unknown): void => {
      settle()
      reject(problem('solverFailed', { why }, { cause }))
    }
    const onMessage = (said: SolvingReply): void => {
      settle()
      resolve(said)
    }
    const onError = (error: unknown): void => fail('died', error)
    const onExit = (): void => fail('died')
    const timer = setTimeout(() => fail(late), seconds * 1000)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}

/** A build is run as it is. A source needs what reads sources, which a thread does not take over from its process. */
function threadOf(script: URL): Worker {
  if (!script.pathname.endsWith('.ts')) return new Worker(script)
  const reader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const source = `import { register } from ${reader}; register(); await import(${JSON.stringify(script.href)})`
  const execArgv = ['--conditions=@klankbord/source']
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { execArgv })
}
