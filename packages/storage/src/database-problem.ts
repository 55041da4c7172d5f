import { isProblem, problem } from '@klankbord/model'

/** Node's codes for a connection that cannot be made or broke. */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOENT',
  'EACCES',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What `pg` says, without any code, of a connection that broke or waited too long. */
const CONNECTION_SENTENCES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|The server does not support SSL)/

/**
 * Classes of SQLSTATE in which the statement was right but the server could not do it now: connection,
 * login, missing database, rolled back for concurrency, out of disk or memory, cancelled or shutting down,
 * failing disk.
 */
const UNAVAILABLE_CLASSES = new Set(['08', '28', '3D', '40', '53', '57', '58', 'XX'])
/** Somebody else holds a table or a row for longer than one may wait. */
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Turns an error of the driver into a coded problem where it has one; any other error comes back as it is.
 *
 * - no server, a broken connection, a timeout, a lock that somebody keeps → `databaseUnavailable`
 * - a value that PostgreSQL cannot hold (SQLSTATE class 22: NUL in JSON, a number outside its type) →
 *   `valueNotStorable`
 *
 * Neither sentence repeats what the server said: that can hold an answer or the address of a machine.
 */
export function databaseProblem(error: unknown): unknown {
  if (isProblem(error) || !(error instanceof Error)) return error
  // A host with several addresses fails with one error per address.
  const failed = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error
  const code = 'code' in failed && typeof failed.code === 'string' ? failed.code : undefined
  if (code === undefined) {
    return CONNECTION_SENTENCES.test(failed.message) ? problem('databaseUnavailable', {}, { cause: error }) : error
  }
  if (CONNECTION_CODES.has(code)) return problem('databaseUnavailable', {}, { cause: error })
  if (!/^[0-9A-Z]{5}$/.test(code)) return error
  const unavailable = code === LOCK_NOT_AVAILABLE || UNAVAILABLE_CLASSES.has(code.slice(0, 2))
  if (unavailable) return problem('databaseUnavailable', {}, { cause: error })
  if (code.startsWith('22')) return problem('valueNotStorable', { sqlState: code }, { cause: error })
  return error
}

/** A value that had to be unique and is not, or a row that a condition forbids. */
const CONSTRAINT_CODES = new Set<unknown>(['23505', '23514'])

/** Whether the error is the breach of the named constraint. */
export function breaks(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    CONSTRAINT_CODES.has(error.code) &&
    'constraint' in error &&
    error.constraint === constraint
  )
}
