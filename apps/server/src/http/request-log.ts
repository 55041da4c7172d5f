import type { ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ServerContext } from '../context.ts'

type Watchers = Pick<ServerContext, 'log' | 'metrics'>

/**
 * Counts a request, and writes a line of it: method, route pattern, status and milliseconds. Never an address, an id, a query,
 * a user agent or anything that was sent: a log outlives the promise that was made to a respondent.
 *
 * @param route asked when the answer is out: the pattern of the route, once it is known
 */
export function logRequest(
  { log, metrics }: Watchers,
  method: string,
  response: ServerResponse,
  route: () => string,
): void {
  const started = performance.now()
  response.once('close', () => {
    const pattern = route()
    const status = response.writableFinished ? response.statusCode : 499
    const ms = performance.now() - started
    metrics.count({ method, route: pattern, status, seconds: ms / 1000 })
    log.info({ method, route: pattern, status, ms: Math.round(ms) }, 'request')
  })
}

/** Logs every request that comes by. */
export function requestLog(watchers: Watchers): RequestHandler {
  return (request, response, next) => {
    logRequest(watchers, request.method, response, () => routeOf(response.locals))
    next()
  }
}

function routeOf(locals: Readonly<Record<string, unknown>>): string {
  return typeof locals['route'] === 'string' ? locals['route'] : 'none'
}

/**
 * Writes down a fault of ours: its kind, its code and where it came from. Sentences of errors are left
 * out, because a database quotes the values that it refused.
 */
export function logFault(log: Logger, error: unknown, route: string): void {
  const trace = error instanceof Error ? error : new Error('not an error')
  log.error(
    { route, kind: trace.name, code: 'code' in trace ? String(trace.code) : undefined, at: frames(trace) },
    'fault',
  )
}

function frames(error: Error): readonly string[] {
  // The message stands in the stack too, and a line of it may look like a frame.
  const lines = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? ['caused by', error.cause.name, ...frames(error.cause)] : []
  return [...lines.slice(0, 12).map((line) => line.trim()), ...cause]
}
