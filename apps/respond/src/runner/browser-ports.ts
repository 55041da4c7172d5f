import type { Saving } from '../saving/saving.ts'
import type { RunnerPorts } from './ports.ts'
import { browserShelf } from './shelf.ts'
import { within } from './within.ts'

/** How long somebody waits for what the server works out, in milliseconds. */
const LONGEST = 10_000

/** What a browser gives. */
export function browserPorts(wave: string, saving: Saving): RunnerPorts {
  return {
    wave,
    saving,
    load: text,
    reached,
    shelf: browserShelf(wave),
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    after,
    withdraw: async (code) => withdrawn(wave, code),
    words: async (id, wanted) => wordsOf(wave, id, wanted),
    answers: async (id, asked) => answersOf(wave, id, asked),
    post: posted,
  }
}

function after(milliseconds: number, run: () => void): void {
  setTimeout(run, milliseconds)
}

/** No worker answers to this, nor what the browser kept. */
async function reached(): Promise<boolean> {
  const answer = fetch('/assets/respond.js', { method: 'HEAD', cache: 'no-store' })
  return within(answer, LONGEST, after).then(
    () => true,
    () => false,
  )
}

/** @throws where it is not there, or nobody answers */
async function text(address: string): Promise<string> {
  const answer = await fetch(address, { credentials: 'same-origin' })
  if (!answer.ok) throw statusOf(answer)
  return answer.text()
}

async function wordsOf(
  wave: string,
  id: string,
  wanted: Parameters<RunnerPorts['words']>[1],
): ReturnType<RunnerPorts['words']> {
  const asked = told(wave, `drafts/${id}/words`, 'POST', wanted)
  const answer = await within(asked, LONGEST, after).catch(() => null)
  const isOurs = answer?.headers.get('Content-Type')?.includes('json') === true
  if (answer === null || !isOurs || answer.status === 429 || answer.status >= 500) return null
  if (!answer.ok) throw statusOf(answer)
  return (await answer.json().catch(() => null)) as Awaited<ReturnType<RunnerPorts['words']>>
}

async function answersOf(
  wave: string,
  id: string,
  asked: Parameters<RunnerPorts['answers']>[1],
): ReturnType<RunnerPorts['answers']> {
  const answer = await told(wave, `drafts/${id}/answers`, 'POST', asked)
  if (!answer.ok) throw statusOf(answer)
  return (await answer.json()) as Awaited<ReturnType<RunnerPorts['answers']>>
}

async function posted(address: string, form: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' }
  const sent = fetch(address, { method: 'POST', headers, body: form, cache: 'no-store', redirect: 'error' })
  const answer = await within(sent, LONGEST, after).catch(() => null)
  const isPage = answer?.headers.get('Content-Type')?.includes('text/html') === true
  return answer === null || !isPage || answer.status >= 500 ? null : answer.text().catch(() => null)
}

async function withdrawn(wave: string, code: string): Promise<boolean> {
  const answer = await told(wave, 'responses', 'DELETE', { code })
  if (!answer.ok && answer.status !== 404) throw statusOf(answer)
  return answer.ok
}

function told(wave: string, path: string, method: string, body: object): Promise<Response> {
  return fetch(`/api/waves/${encodeURIComponent(wave)}/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

function statusOf({ status }: Response): TypeError {
  return new TypeError(`status ${status}`)
}
