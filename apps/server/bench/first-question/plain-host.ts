import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A file as it is given out. */
export interface HostedFile {
  readonly type: string
  readonly text: string
}

/** Gives out files from memory, packed beforehand, to whoever gets or posts. */
export async function plainHost(
  files: Readonly<Record<string, HostedFile>>,
): Promise<{ readonly origin: string; readonly packed: (path: string) => number; readonly end: () => Promise<void> }> {
  const bodies = new Map(Object.entries(files).map(([path, { type, text }]) => [path, { type, body: gzipSync(text) }]))
  const server = createServer((request, response) => {
    const file = bodies.get(request.url ?? '')
    request.resume()
    if (file === undefined) return void response.writeHead(404).end()
    const { type, body } = file
    const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length }
    response.writeHead(200, { ...headers, 'Cache-Control': 'no-store' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    packed: (path) => bodies.get(path)?.body.length ?? 0,
    end: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
