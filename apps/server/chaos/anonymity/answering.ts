import type { Fieldwork } from '../fieldwork.ts'
import { sendAndNote } from '../sender.ts'
import type { Client } from './clients.ts'

/** Saves a draft and sends, until it is told that the answers are stored. */
export async function answer(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  const { sender, language, code } = client
  const draft = { revision: 1, answers: sender.answers, language, code }
  await ask(port, fieldwork, client, 'PUT', `drafts/${sender.id}`, draft)
  while (!sender.acknowledged) await sendAndNote(port, fieldwork.wave.address, sender)
}

/** Withdraws with the code that was handed out for it. */
export async function withdraw(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  await ask(port, fieldwork, client, 'DELETE', 'responses', { code: client.withdrawal })
}

async function ask(
  port: number,
  { wave }: Fieldwork,
  { sender }: Client,
  method: string,
  path: string,
  body: unknown,
): Promise<void> {
  const url = `http://127.0.0.1:${port}/api/waves/${wave.address}/${path}`
  // Uncompressed, so that what is read is as long as what came.
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'identity' }
  const reply = await fetch(url, { method, headers, body: JSON.stringify(body) })
  const text = await reply.text()
  sender.heard.push(Buffer.byteLength(text))
  if (!reply.ok) throw new Error(`refused: ${reply.status} ${text}`)
}
