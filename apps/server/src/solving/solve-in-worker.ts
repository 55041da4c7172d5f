import type { CellRange, HidingOutcome, Solving } from '@klankbord/disclosure'
import { problem } from '@klankbord/model'
import { startThread, type SolverThread, type ThreadScript } from './solver-thread.ts'
import type { SolvingJob } from './solving-job.ts'

/** How long solving may take, in seconds of a clock on the wall. */
export interface SolvingTime {
  /** Of one task. The search for something cheaper stops a little before; a thread that does not is ended. */
  readonly seconds: number
  /** Of hiding without the solver, after that. */
  readonly coarseSeconds: number
  /** Of beginning a thread. */
  readonly startSeconds: number
}

/** Long enough for a municipality; whoever publishes waits for it. */
export const USUAL_SOLVING_TIME: SolvingTime = { seconds: 60, coarseSeconds: 120, startSeconds: 60 }

/** Solving that must be ended. */
export interface WorkerSolving extends Solving {
  /** Ends what runs, which then fails with `solverFailed`. */
  readonly end: () => Promise<void>
}

/** What is left of the time of a task when the solver is to be done, so that what it found can still be sent. */
const PATIENCE = 0.8

/** Next to this file, with the same ending: a source beside sources, a build beside builds. */
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? './solving-worker.ts' : './solving-worker.js', import.meta.url)

/**
 * Solves in a thread of its own, so that a server goes on answering, one task after the other. A thread that takes longer than
 * it may, or dies, is ended for good. What it was to hide is then hidden by a new thread without the solver: safe, more than
 * need be, and the outcome says so (`coarse`). The audit has no such way out: an interval that was not found is not known.
 *
 * @throws from its functions: Problem `solverFailed` when a thread does not begin, when hiding without the solver fails too,
 *   or when intervals are not found in time
 * @example
 * const solving = solveInWorker()
 * try { await solving.hide(task) } finally { await solving.end() }
 */
export function solveInWorker(time: SolvingTime = USUAL_SOLVING_TIME, script: URL = SCRIPT): WorkerSolving {
  const thread: ThreadScript = { script, startSeconds: time.startSeconds }
  const seconds = time.seconds * PATIENCE
  let current: SolverThread | null = null
  let over = false
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (job: SolvingJob, limit: number): Promise<HidingOutcome | readonly CellRange[]> => {
    if (over) throw problem('solverFailed', { why: 'ended' })
    if (current?.isSound() !== true) current = startThread(thread)
    return current.solve(job, limit)
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    hide: (task) =>
      inTurn(async () => {
        const found = ask({ kind: 'hide', task, seconds }, time.seconds)
        const outcome = await found.catch(() => ask({ kind: 'hideCoarsely', task }, time.coarseSeconds))
        return outcome as HidingOutcome
      }),
    ranges: (task) =>
      inTurn(async () => (await ask({ kind: 'ranges', task, seconds }, time.seconds)) as readonly CellRange[]),
    end: async () => {
      over = true
      await current?.end()
      current = null
    },
  }
}
