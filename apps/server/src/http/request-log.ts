import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { ServerContext } from '../context.ts'

/**
 * One line per request, which is counted too: method, route pattern, status and milliseconds. Never an address, an id, a query,
 * a user agent or anything that was sent: a log outlives the promise that was made to a respondent.
 */
export function requestLog({ log, metrics }: Pick<ServerContext, 'log' | 'metrics'>): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.once('close', () => {
      const route = routeOf(response.locals)
      const status = response.writableFinished ? response.statusCode : 499
      const ms = performance.now() - started
      metrics.count({ method: request.method, route, status, seconds: ms / 1000 })
      log.info({ method: request.method, route, status, ms: Math.round(ms) }, 'request')
    })
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
