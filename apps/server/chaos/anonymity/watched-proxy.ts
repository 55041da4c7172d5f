import { Agent, createServer, request, type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** What a proxy knows of a request that was answered. */
export interface Passed {
  readonly method: string
  readonly uri: string
  readonly status: number
  /** Length of the answer, in bytes as they came. */
  readonly size: number
  /** The length that it would have if it were not filled up. */
  readonly sizeUnpadded: number
}

/** A proxy in front of the server that tells of every request. */
export interface WatchedProxy {
  readonly port: number
  end(): Promise<void>
}

/** @param passed hears of each request when its answer is out */
export async function openProxy(behind: number, passed: (one: Passed) => void): Promise<WatchedProxy> {
  const agent = new Agent({ keepAlive: true })
  const proxy = createServer((asked, answer) => {
    const [method, uri] = [asked.method ?? '', (asked.url ?? '').split('?')[0] ?? '']
    const failed = (): void => {
      passed({ method, uri, status: 502, size: 0, sizeUnpadded: 0 })
      answer.destroy()
    }
    const { method: as, headers } = asked
    const on = request({ host: '127.0.0.1', port: behind, path: asked.url, method: as, headers, agent }, (got) => {
      const pieces: Buffer[] = []
      got.on('data', (piece: Buffer) => pieces.push(piece))
      got.once('error', failed)
      got.once('end', () => {
        const body = Buffer.concat(pieces)
        passed({ method, uri, status: got.statusCode ?? 0, size: body.length, sizeUnpadded: unpadded(got, body) })
        answer.writeHead(got.statusCode ?? 502, got.headers).end(body)
      })
    })
    on.once('error', failed)
    asked.pipe(on)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    end: () => {
      proxy.closeAllConnections()
      agent.destroy()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

function unpadded({ headers }: IncomingMessage, body: Buffer): number {
  const text = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return Buffer.byteLength(text.toString('utf8').trimEnd())
}
