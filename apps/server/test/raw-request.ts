import { connect, type Socket } from 'node:net'

/**
 * Sends bytes as they are and ends the sending half, as a client does whose connection is cut. Gives
 * everything that comes back.
 */
export function sendBytes(origin: string, bytes: string | Uint8Array): Promise<string> {
  return answerTo(origin, (socket) => socket.end(bytes))
}

/** Sends a whole request as it is, with "Connection: close" in it, and waits for all of the answer. */
export function sendRequest(origin: string, bytes: string | Uint8Array): Promise<string> {
  return answerTo(origin, (socket) => socket.write(bytes))
}

function answerTo(origin: string, send: (socket: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => send(socket))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
