import { createHash } from 'node:crypto'
import { request } from 'node:http'
import type { Answers } from '@klankbord/model'

/** Somebody who has filled in everything and sends it, as often as it takes. */
export interface Sender {
  readonly id: string
  readonly answers: Answers
  readonly body: string
  /** Whether it was told that the answers are stored. */
  acknowledged: boolean
  /** How often it was told anything else, or nothing. */
  failures: number
  /** How long each answer was that it got, in bytes as they came. */
  readonly heard: number[]
}

/** Somebody by what follows from a name, with a code and answers of its own. */
export function senderOf(who: {
  /** Of which the id is made. */
  readonly name: string
  readonly answers: Answers
  readonly code: string
  readonly language?: string
  /** Of the code to withdraw with; none when left out. */
  readonly withdrawalHash?: string
}): Sender {
  const { name, answers, code, language = 'nl', withdrawalHash = null } = who
  const body = JSON.stringify({ answers, language, code, withdrawalHash })
  return { id: idOf(name), answers, body, acknowledged: false, failures: 0, heard: [] }
}

function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Sends once and waits for what is said.
 *
 * @returns the status, or 0 when the connection broke or nothing came
 */
export function sendOnce(port: number, wave: string, sender: Sender, patience = 20_000): Promise<number> {
  return new Promise((resolve) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        method: 'PUT',
        path: `/api/waves/${wave}/responses/${sender.id}`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sender.body) },
        timeout: patience,
        agent: false,
      },
      (answer) => {
        let size = 0
        answer.on('data', (chunk: Buffer) => (size += chunk.length))
        answer.once('end', () => {
          // Half an answer is none.
          if (answer.complete) sender.heard.push(size)
          resolve(answer.complete ? (answer.statusCode ?? 0) : 0)
        })
        answer.once('error', () => resolve(0))
      },
    )
    call.once('error', () => resolve(0))
    call.once('timeout', () => call.destroy())
    call.end(sender.body)
  })
}

/** Sends, and notes whether it was told that the answers are stored. @returns the status */
export async function sendAndNote(port: number, wave: string, sender: Sender): Promise<number> {
  const status = await sendOnce(port, wave, sender)
  if (status === 200 || status === 201) sender.acknowledged = true
  else sender.failures += 1
  return status
}
