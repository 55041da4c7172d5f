import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { problem } from '@klankbord/model'
import { say } from './say.ts'
import { hasCode } from './system-error.ts'

/** The port, held from the moment that it is found free. */
export interface Door {
  readonly port: number
  /** From now on requests are answered by this application. Until then they are asked to come back. */
  answerWith(application: RequestListener): void
  /** Lets nobody in any more and waits until everybody who is in was answered. May be called again. */
  close(): Promise<void>
}

/** How long a request may take to end after the server was asked to stop, in milliseconds. */
const LONGEST_FAREWELL = 10_000

/**
 * Listens on this computer only (both 127.0.0.1 and ::1, for browsers differ in what "localhost" is to them),
 * or on all its networks.
 *
 * @param port 0 takes any free one
 * @throws Problem `portTaken`, `portNotAllowed`
 */
export async function openDoor(port: number, reach: 'thisComputer' | 'network'): Promise<Door> {
  let answer: RequestListener = notYet
  const listener: RequestListener = (request, response) => answer(request, response)
  const first = await listen(listener, port, reach === 'network' ? '0.0.0.0' : '127.0.0.1')
  const taken = (first.address() as AddressInfo).port
  const servers = [first]
  if (reach === 'thisComputer') {
    const second = await listenOnIpv6(listener, taken).catch(async (error: unknown) => {
      await closed(first)
      throw error
    })
    if (second !== null) servers.push(second)
  }
  let closing: Promise<unknown> | null = null
  return {
    port: taken,
    answerWith: (application) => {
      answer = application
    },
    close: async () => {
      await (closing ??= Promise.all(servers.map(closed)))
    },
  }
}

const notYet: RequestListener = (_request, response) => {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '2' }
  response.writeHead(503, headers).end(`${say('starting')}\n`)
}

function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', (error) => {
      if (hasCode(error, 'EADDRINUSE')) reject(problem('portTaken', { port }, { cause: error }))
      else if (hasCode(error, 'EACCES')) reject(problem('portNotAllowed', { port }, { cause: error }))
      else reject(error)
    })
    server.listen({ port, host }, () => resolve(server))
  })
}

/** Many computers and most containers have no IPv6; then 127.0.0.1 is all there is to "localhost". */
async function listenOnIpv6(listener: RequestListener, port: number): Promise<Server | null> {
  try {
    return await listen(listener, port, '::1')
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].some((code) => hasCode(error, code))) return null
    throw error
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle only after its last answer.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const patience = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
