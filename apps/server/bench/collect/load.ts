import { connect } from 'node:net'

/** What to send where. */
export interface Load {
  readonly port: number
  readonly connections: number
  /** The requests in the order in which they are sent, whole, with head and body. */
  readonly requests: readonly Buffer[]
}

/** How long it took, and how often each status was answered. */
export interface LoadResult {
  readonly seconds: number
  readonly statuses: Readonly<Record<string, number>>
}

/** Sends every request over some connections that are kept open, one at a time on each, without the cost of a client library. */
export async function sendLoad({ port, connections, requests }: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {}
  let next = 0
  const started = performance.now()
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      socket.setNoDelay(true)
      let answer = ''
      const send = (): void => {
        const request = requests[next]
        next += 1
        if (request === undefined) return void socket.end(resolve)
        answer = ''
        socket.write(request)
      }
      socket.on('connect', send)
      socket.on('error', reject)
      socket.setEncoding('latin1').on('data', (text: string) => {
        answer += text
        if (!isWhole(answer)) return
        const status = answer.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
        send()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { seconds: (performance.now() - started) / 1000, statuses }
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end === -1) return false
  const length = /content-length: (\d+)/i.exec(answer.slice(0, end))
  return length === null || answer.length - end - 4 >= Number(length[1])
}
