import type { IncomingMessage } from 'node:http'

/**
 * The address that a request came from: of the connection, or where proxies in front are trusted, what the outermost of them
 * says. Each adds to the end of the list whom it was asked by, so what stands before that was made up by anybody.
 *
 * @param trusted how many proxies may name an address
 * @example clientAddress(request, 1) // the last of "192.0.2.7, 198.51.100.1"
 */
export function clientAddress({ headers, socket }: IncomingMessage, trusted: number): string {
  const own = socket.remoteAddress ?? ''
  const named = headers['x-forwarded-for']
  if (trusted === 0 || named === undefined) return own
  const chain = String(named).split(',')
  return (chain[Math.max(0, chain.length - trusted)] ?? '').trim()
}
