import { parentPort } from 'node:worker_threads'

/** Lives, and never says that it can be asked. */
parentPort?.on('message', () => undefined)
