import { connect, createServer, type Socket } from 'node:net'

/** A line on which everything takes a while, and on which is lost what is under way when one end breaks down. */
export interface SlowLine {
  readonly port: number
  end(): Promise<void>
}

/** @param delay milliseconds from the server to whoever connects */
export async function openSlowLine(serverPort: number, delay: number): Promise<SlowLine> {
  const open = new Set<Socket>()
  const line = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1')
    near.pipe(far, { end: false })
    far.on('data', (piece) => setTimeout(() => near.writable && near.write(piece), delay))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.once('error', () => other.destroy())
      one.once('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve, reject) => {
    line.once('error', reject)
    line.listen(0, '127.0.0.1', resolve)
  })
  const address = line.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    end: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => line.close(() => resolve()))
    },
  }
}
