import { parentPort } from 'node:worker_threads'

/** Takes any job and dies of it. */
parentPort?.on('message', () => process.exit(3))
parentPort?.postMessage({ kind: 'ready' })
