import type { Finding } from '@klankbord/model'

/** A failed request, decoded. `code` is one of the registry, or `offline`, or `unexpectedAnswer`. */
export interface Failure {
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly code: string
  /** The English sentence of the server. */
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

/** A failure, to throw. */
export class ApiFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options)
    this.name = 'ApiFailure'
    this.failure = failure
  }
}

/** The failure inside anything that was caught; what is no failure of the server is a fault of this app. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ApiFailure) return error.failure
  const message = error instanceof Error ? error.message : String(error)
  return { status: 0, code: 'appFault', message, details: {}, findings: [] }
}

/** Whether asking again later can help: no connection, too busy, or a server in trouble. */
export function isPassing(failure: Failure): boolean {
  return failure.code === 'offline' || failure.status === 429 || failure.status >= 500
}

/**
 * Reads a problem document (RFC 9457) of the server. A body of another shape, such as a page of a
 * proxy between, gives `unexpectedAnswer`.
 *
 * @example decodeFailure(409, { code: 'staleRevision', detail: 'stale revision: 3' }).code // 'staleRevision'
 */
export function decodeFailure(status: number, body: unknown): Failure {
  const document = isRecord(body) ? body : {}
  const { code, detail, title, details, findings } = document
  return {
    status,
    code: typeof code === 'string' ? code : 'unexpectedAnswer',
    message: [detail, title].find((text) => typeof text === 'string') ?? `unexpected answer: status ${status}`,
    details: isRecord(details) ? details : {},
    findings: Array.isArray(findings) ? findings.filter(isFinding) : [],
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFinding(value: unknown): value is Finding {
  return isRecord(value) && typeof value['code'] === 'string' && typeof value['path'] === 'string'
}
