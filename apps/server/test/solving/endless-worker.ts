import { parentPort, threadId } from 'node:worker_threads'
import { hideCoarsely, type HidingTask } from '@klankbord/disclosure'

/** Never comes to an end of anything but hiding coarsely, like a program that is too large. */
parentPort?.on('message', (job: { readonly kind: string; readonly task: HidingTask }) => {
  while (job.kind !== 'hideCoarsely') Math.random()
  parentPort?.postMessage({ kind: 'solved', outcome: { ...hideCoarsely(job.task), threadId } })
})
parentPort?.postMessage({ kind: 'ready' })
