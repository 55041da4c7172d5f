import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import type { ServerContext } from '../../src/context.ts'

/** The real server once more, over HTTP, with other edges. */
export interface ServerBeside {
  readonly origin: string
  end(): Promise<void>
}

/** Serves this context on a free port of its own. Its database stays open. */
export async function serveBeside(context: ServerContext): Promise<ServerBeside> {
  const server = createServer(createApp(context))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, end: () => closed(server) }
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
