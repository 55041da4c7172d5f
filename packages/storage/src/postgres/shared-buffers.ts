const MEGABYTE = 1024 * 1024

/**
 * How much memory PostgreSQL keeps pages in: an eighth of the machine's. Ids and codes are random, so each response looks at
 * other pages of the indexes; with PostgreSQL's own 128 MB one response among ten million costs a quarter more.
 *
 * @param memory of the machine, in bytes
 * @example sharedBuffers(8 * 1024 ** 3) // '1024MB'
 */
export function sharedBuffers(memory: number): string {
  const eighth = Math.floor(memory / 8 / MEGABYTE)
  return `${Math.min(Math.max(eighth, LEAST), MOST)}MB`
}

/** What PostgreSQL takes by itself, which it also runs well with on a machine of a gigabyte. */
const LEAST = 128
/** The system keeps the rest of the pages; more makes emptying a table slower. */
const MOST = 2048
