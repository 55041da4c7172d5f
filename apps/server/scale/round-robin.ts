import { connect, createServer, type Socket } from 'node:net'

/** A proxy that gives each connection to the next server. */
export interface RoundRobin {
  readonly port: number
  /** How many connections each server got. */
  readonly given: readonly number[]
  end(): Promise<void>
}

export async function openRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const given = ports.map(() => 0)
  const open = new Set<Socket>()
  let next = 0
  const server = createServer((client) => {
    const at = next++ % ports.length
    given[at] = (given[at] ?? 0) + 1
    const behind = connect(ports[at] ?? 0, '127.0.0.1')
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.once('error', () => other.destroy())
      one.once('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    given,
    end: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
