import { parentPort } from 'node:worker_threads'
import { hideCoarsely, loadSolver, solveHere, type Solver } from '@klankbord/disclosure'
import type { SolvingJob, SolvingReply } from './solving-job.ts'

/** What runs in the thread of its own: one job after the other, until it is ended from outside. */
let solver: Promise<Solver> | undefined

async function solved(job: SolvingJob): Promise<SolvingReply> {
  if (job.kind === 'hideCoarsely') return { kind: 'solved', outcome: hideCoarsely(job.task) }
  solver ??= loadSolver()
  const solving = solveHere(await solver, { seconds: job.seconds, now: () => performance.now() })
  const outcome = job.kind === 'hide' ? await solving.hide(job.task) : await solving.ranges(job.task)
  return { kind: 'solved', outcome }
}

parentPort?.on('message', (job: SolvingJob) => {
  void solved(job)
    .catch((error: unknown): SolvingReply => ({ kind: 'failed', words: String(error) }))
    .then((reply) => parentPort?.postMessage(reply))
})
parentPort?.postMessage({ kind: 'ready' } satisfies SolvingReply)
