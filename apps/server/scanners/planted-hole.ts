import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that has the holes that scanners are there for. */
export interface PlantedHole {
  readonly origin: string
  end(): Promise<void>
}

/** Writes what it is asked into its page as it is, and tells the fault of a database where a quote stands in it. */
export async function startPlantedHole(): Promise<PlantedHole> {
  const server = createServer((request, response) => {
    const said = new URL(request.url ?? '/', 'http://localhost').searchParams.get('name') ?? ''
    const fault = said.includes("'") ? 'ERROR: unterminated quoted string at or near "\'"; PSQLException' : ''
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><a href="/?name=Ans">Ans</a><p>${said}</p><p>${fault}</p>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    end: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
