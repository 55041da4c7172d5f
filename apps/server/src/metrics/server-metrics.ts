import { isProblem } from '@klankbord/model'
import { countSealedPortions, wavesToSeal, type Database, type ResponseWriter } from '@klankbord/storage'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { todayAt, type Clock } from '../clock.ts'
import { requestTally, type AnsweredRequest } from './request-tally.ts'

/** What somebody who keeps the server running watches. Nothing in it names a wave, a study, an id or an address. */
export interface ServerMetrics {
  /** Counts a request that was answered. */
  count(request: AnsweredRequest): void
  /** Everything, in the text format of Prometheus. */
  text(): Promise<string>
  readonly mediaType: string
}

/** What is looked at when somebody asks. */
export interface Watched {
  readonly database: Database
  readonly writer: ResponseWriter
  readonly clock: Clock
}

/** Metrics of this process; a second server has its own. */
export function serverMetrics(watched: Watched): ServerMetrics {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: readonly string[] = []): Gauge =>
    new Gauge({ name: `klankbord_${name}`, help, labelNames: [...labelNames], registers: [registry] })
  const gauges = {
    waiting: gauge('writes_waiting', 'Responses that wait to be written; 503 is answered from 2000 on.'),
    connections: gauge('database_connections', 'Connections of this process to its database.', ['state']),
    reached: gauge('database_up', 'Whether the database answered just now.'),
    due: gauge('portions_due', 'Waves with a portion that should be sealed by now. More than a few minutes: look why.'),
    sealed: gauge('portions_sealed', 'Portions that were sealed so far.'),
  }
  const count = requestTally(registry)
  let begun = false
  return {
    count,
    mediaType: registry.contentType,
    text: async () => {
      // Processor, memory and the lag of the event loop are measured from the first time that somebody asks.
      if (!begun) collectDefaultMetrics({ register: registry })
      begun = true
      gauges.waiting.set(watched.writer.waiting())
      const { open, idle, waiting } = watched.database.connections()
      for (const [state, n] of Object.entries({ open, idle, waiting })) gauges.connections.set({ state }, n)
      await lookAtDatabase(watched, gauges)
      return registry.metrics()
    },
  }
}

/** Both numbers move in steps of a whole portion, so neither says that somebody answered just now. */
async function lookAtDatabase(
  { database: { db }, clock }: Watched,
  gauges: Readonly<Record<'reached' | 'due' | 'sealed', Gauge>>,
): Promise<void> {
  try {
    const { today } = todayAt(clock.now())
    gauges.due.set((await wavesToSeal(db, today)).length)
    gauges.sealed.set(await countSealedPortions(db))
    gauges.reached.set(1)
  } catch (error) {
    if (!isProblem(error, 'databaseUnavailable')) throw error
    gauges.reached.set(0)
    gauges.due.remove()
    gauges.sealed.remove()
  }
}
