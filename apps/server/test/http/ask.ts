import type { StartedServer } from '../started-server.ts'

/** What is asked of the server. */
export interface Question {
  readonly method?: string
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as the fields of an HTML form. */
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back, read to the end. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON. */
  readonly json: () => Readonly<Record<string, unknown>>
  /** The code of the problem that the body tells, or null. */
  readonly code: string | null
}

/** Asks once, and follows no redirect. */
export async function ask(
  { origin }: Pick<StartedServer, 'origin'>,
  path: string,
  question: Question = {},
): Promise<Answer> {
  const { json, form, headers } = question
  const body = json === undefined ? form && new URLSearchParams({ ...form }) : JSON.stringify(json)
  const response = await fetch(`${origin}${path}`, {
    method: question.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  return answerOf(response, await response.text())
}

function answerOf({ status, headers }: Response, text: string): Answer {
  const json = (): Readonly<Record<string, unknown>> => JSON.parse(text) as Readonly<Record<string, unknown>>
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true && text !== ''
  return { status, headers, text, json, code: isProblem ? String(json()['code']) : null }
}
