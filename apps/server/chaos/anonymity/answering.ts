import { setTimeout as wait } from 'node:timers/promises'
import { readDraftField } from '@klankbord/pages'
import { press, type Filling, type ShownPage } from '../../test/filled-page.ts'
import type { Fieldwork } from '../fieldwork.ts'
import { sendAndNote } from '../sender.ts'
import type { Client } from './clients.ts'

/** Fills in and sends, until it is told that the answers are stored. */
export async function answer(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  if (client.way === 'pages') return answerOnPages(port, fieldwork, client)
  if (client.way === 'programWithDraft' && !client.pauses) await saveDraft(port, fieldwork, client)
  while (!client.sender.acknowledged) {
    await sendAndNote(port, fieldwork.wave.address, client.sender)
    if (!client.sender.acknowledged) await wait(20)
  }
}

/** Keeps what somebody would send, under the id that the response will have. */
export async function saveDraft(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  const { sender, language, code } = client
  const draft = { revision: 1, answers: sender.answers, language, code }
  await ask(port, fieldwork, 'PUT', `drafts/${sender.id}`, draft)
}

/** Withdraws with the code that was handed out for it, by the way that somebody came. */
export async function withdraw(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  if (client.way !== 'pages') return ask(port, fieldwork, 'DELETE', 'responses', { code: client.withdrawal })
  const page = await pressed(`${addressOf(port, fieldwork)}/withdraw`, null, 'erase', { code: client.withdrawal })
  if (page.status !== 200) throw new Error(`not withdrawn: ${page.heading}`)
}

/** Without scripts: one page after the other, each a form that is sent. */
async function answerOnPages(port: number, fieldwork: Fieldwork, client: Client): Promise<void> {
  const address = addressOf(port, fieldwork)
  const { sender, language, code } = client
  await opened(`${address}?lang=${language}`)
  let page = await pressed(address, null, 'start', { language, access: code })
  while (page.hidden['code'] === undefined) page = await pressed(address, page, 'next', fillingOf(page, client))
  const { id } = readDraftField(page.hidden['draft'] ?? '')
  const withdrawal = page.hidden['code']
  await pressed(address, page, 'submit', {})
  Object.assign(sender, { id, acknowledged: true })
  Object.assign(client, { withdrawal })
}

/** What belongs on a page, of everything that somebody would answer. */
function fillingOf(page: ShownPage, { sender }: Client): Filling {
  const names = new Set([...page.choices.map(({ name }) => name), ...page.textFields])
  const here = Object.entries(sender.answers).filter(([name]) => names.has(name))
  if (page.status !== 200 || here.length === 0) throw new Error(`no page to answer: ${page.status} ${page.heading}`)
  return Object.fromEntries(
    here.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

const addressOf = (port: number, { wave }: Fieldwork): string => `http://127.0.0.1:${port}/v/${wave.address}`

/** Presses again while nobody answers, as people do. */
function pressed(address: string, page: ShownPage | null, go: string, filling: Filling): Promise<ShownPage> {
  return untilAnswered(
    () => press(address, page, go, filling),
    ({ status }) => status < 500,
  )
}

async function opened(address: string): Promise<void> {
  await untilAnswered(
    async () => {
      const reply = await fetch(address, { headers: { accept: 'text/html' } })
      await reply.arrayBuffer()
      return reply
    },
    ({ status }) => status < 500,
  )
}

async function ask(port: number, { wave }: Fieldwork, method: string, path: string, body: unknown): Promise<void> {
  const url = `http://127.0.0.1:${port}/api/waves/${wave.address}/${path}`
  const headers = { 'content-type': 'application/json' }
  const reply = await untilAnswered(
    async () => {
      const sent = await fetch(url, { method, headers, body: JSON.stringify(body) })
      return { status: sent.status, text: await sent.text() }
    },
    ({ status }) => status < 500,
  )
  if (reply.status >= 300) throw new Error(`refused: ${reply.status} ${reply.text}`)
}

async function untilAnswered<Reply>(attempt: () => Promise<Reply>, good: (reply: Reply) => boolean): Promise<Reply> {
  const until = Date.now() + 60_000
  for (;;) {
    try {
      const reply = await attempt()
      if (good(reply)) return reply
      if (Date.now() > until) throw new Error('nobody answers')
    } catch (error) {
      // The server was killed, and comes back.
      if (!(error instanceof TypeError) || Date.now() > until) throw error
    }
    await wait(20)
  }
}
