import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { SeededRandom } from '@klankbord/testing'

/** What a bad network does to a request, and how often it did. */
export type Trouble = 'none' | 'dropBefore' | 'dropAfter' | 'double' | 'delay' | 'reorder' | 'truncate'

const TROUBLES: readonly Trouble[] = ['none', 'dropBefore', 'dropAfter', 'double', 'delay', 'reorder', 'truncate']

/** A proxy between people and the server that loses, repeats, delays, reorders and cuts what passes. */
export interface TroubledProxy {
  readonly port: number
  readonly troubles: Readonly<Record<Trouble, number>>
  end(): Promise<void>
}

/** Whole requests that came in, with what a client sent. */
interface Passing {
  readonly path: string
  readonly body: Buffer
}

/**
 * - `dropBefore`: the connection breaks before the request reaches the server
 * - `dropAfter`: the server answers, and its answer is lost
 * - `double`: the request arrives twice, at the same moment
 * - `delay`, `reorder`: it arrives later, or after the next one
 * - `truncate`: half of it arrives, and then the connection breaks
 */
export async function openTroubledProxy(
  serverPort: number,
  port: number,
  random: SeededRandom,
): Promise<TroubledProxy> {
  const troubles: Record<Trouble, number> = {
    none: 0,
    dropBefore: 0,
    dropAfter: 0,
    double: 0,
    delay: 0,
    reorder: 0,
    truncate: 0,
  }
  let held: (() => void) | null = null
  const pass = (passing: Passing): Promise<Answer> => forward(serverPort, passing)
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const passing = { path: incoming.url ?? '', body: await bodyOf(incoming) }
      // Half of all requests pass as they are.
      const trouble = random.fraction() < 0.5 ? 'none' : random.pick(TROUBLES)
      troubles[trouble] += 1
      const release = held
      held = null
      switch (trouble) {
        case 'dropBefore':
          incoming.socket.destroy()
          break
        case 'dropAfter':
          await pass(passing)
          incoming.socket.destroy()
          break
        case 'double': {
          const [first, second] = await Promise.all([pass(passing), pass(passing)])
          answerWith(outgoing, random.fraction() < 0.5 ? first : second)
          break
        }
        case 'delay':
          await wait(random.integer(1, 60))
          answerWith(outgoing, await pass(passing))
          break
        case 'reorder':
          await Promise.race([new Promise<void>((resolve) => (held = resolve)), wait(100)])
          answerWith(outgoing, await pass(passing))
          break
        case 'truncate':
          await halfOf(serverPort, passing)
          incoming.socket.destroy()
          break
        default:
          answerWith(outgoing, await pass(passing))
      }
      release?.()
    })()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port, troubles, end: () => closed(server) }
}

interface Answer {
  /** 0 when the server broke the connection. */
  readonly status: number
  readonly body: Buffer
}

function forward(port: number, { path, body }: Passing): Promise<Answer> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const call = request({ host: '127.0.0.1', port, method: 'PUT', path, headers, agent: false }, (answer) => {
      void bodyOf(answer).then((answered) => resolve({ status: answer.statusCode ?? 0, body: answered }))
    })
    call.once('error', () => resolve({ status: 0, body: Buffer.alloc(0) }))
    call.end(body)
  })
}

/** Announces the whole body, sends half of it, and hangs up. */
function halfOf(port: number, { path, body }: Passing): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      const head = `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
      socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, body.length / 2)]), () => socket.destroy())
    })
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

function answerWith(outgoing: ServerResponse, { status, body }: Answer): void {
  if (status === 0) {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
