import { after, LONGEST } from './browser-ports.ts'
import type { FirstPorts, Runner, RunnerPorts } from './ports.ts'
import { takeOver } from './take-over.ts'
import { within } from './within.ts'

/** Takes over the pages of a wave in a browser, with all that this needs beyond what the first page does. */
export function browserRunner(first: FirstPorts): Runner {
  const { wave } = first
  return takeOver({
    ...first,
    load: text,
    now: () => new Date(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    withdraw: async (code) => withdrawn(wave, code),
    words: async (id, wanted) => wordsOf(wave, id, wanted),
    answers: async (id, asked) => answersOf(wave, id, asked),
  })
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
