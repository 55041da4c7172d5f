import { ApiFailure, decodeFailure } from './api-failure.ts'

/**
 * Asks the server and reads its answer.
 *
 * @param fetcher `window.fetch`, or a stand-in in tests
 * @throws ApiFailure
 */
export async function request<T>(fetcher: typeof fetch, method: string, path: string, body?: unknown): Promise<T> {
  const response = await answerOf(fetcher, method, path, body)
  const content: unknown = response.status === 204 ? undefined : await bodyOf(response)
  if (!response.ok) throw new ApiFailure(decodeFailure(response.status, content))
  return content as T
}

async function answerOf(fetcher: typeof fetch, method: string, path: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const payload = body === undefined ? {} : { body: JSON.stringify(body) }
  try {
    return await fetcher(path, { method, headers, credentials: 'same-origin', ...payload })
  } catch (cause) {
    const failure = { status: 0, code: 'offline', message: 'no answer from the server', details: {}, findings: [] }
    throw new ApiFailure(failure, { cause })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ApiFailure(decodeFailure(response.status, null), { cause })
  }
}
