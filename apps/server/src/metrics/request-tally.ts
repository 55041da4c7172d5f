import { Histogram, type Registry } from 'prom-client'
import { isOfRespondent } from '../http/of-respondent.ts'

/** What is counted of a request that was answered. */
export interface AnsweredRequest {
  readonly method: string
  /** Pattern of its route, "/v/:wave"; "none" for an address that is no route. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/** As many as are sealed together at the least. */
export const STEP = 20

/**
 * Counts requests by method, route and status, with how long they took.
 *
 * What respondents do is counted in steps of 20: a count that moves with each of them, read every fifteen seconds, would
 * say who answered when, which is what sealing takes such trouble to hide.
 *
 * @example
 * const count = requestTally(registry)
 * count({ method: 'GET', route: '/healthz', status: 200, seconds: 0.001 })
 */
export function requestTally(registry: Registry): (request: AnsweredRequest) => void {
  const histogram = new Histogram({
    name: 'klankbord_http_request_duration_seconds',
    help: 'Requests that were answered, and how long that took. Of respondents in steps of 20.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const held = new Map<string, readonly number[]>()
  return ({ method, route, status, seconds }) => {
    const count = (duration: number): void => histogram.observe({ method, route, status }, duration)
    if (!isOfRespondent({ route, status })) {
      count(seconds)
      return
    }
    const kind = `${method} ${route} ${status}`
    const waiting = [...(held.get(kind) ?? []), seconds]
    if (waiting.length < STEP) held.set(kind, waiting)
    else {
      held.delete(kind)
      for (const duration of waiting) count(duration)
    }
  }
}
