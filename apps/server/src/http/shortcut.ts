import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { problem } from '@klankbord/model'
import type { ServerContext } from '../context.ts'
import { clientAddress } from './client-address.ts'
import { problemReply, toldFailure } from './failure-handler.ts'
import { jsonFrom } from './json-body.ts'
import type { RequestLimit } from './rate-limit.ts'
import { checkedBody } from './read-body.ts'
import type { Reply } from './reply.ts'
import { logRequest } from './request-log.ts'
import { bodyLimit, isForOwnPages, type BodyKind, type Route } from './route.ts'
import { writePaddedData } from './write-reply.ts'

/** A request that says in the plainest way what it wants. */
interface PlainRequest {
  readonly route: ShortRoute
  readonly params: Readonly<Record<string, string>>
  /** Bytes of its body. */
  readonly length: number
}

/** A route that everybody may send JSON to, and that answers with data. */
type ShortRoute = Route & { readonly body: Extract<BodyKind, { readonly kind: 'json' }> }

/**
 * A way past Express for what a whole neighbourhood sends in the same evening: JSON of anybody, answered in whole
 * kilobytes. Express takes more processor time over a request than checking and storing what is in it.
 *
 * Only requests that leave nothing to interpret go this way: an address without escapes and query, a length, a body in
 * UTF-8 that is neither compressed nor too large, from somebody who does not ask too often. Anything else, good or bad, goes
 * the other way; so this way needs no opinion of it. What can still be wrong is told by the same functions there and here, in the same words.
 *
 * @param otherwise Express, with the same limit
 */
export function shortcut(
  routes: readonly Route[],
  context: ServerContext,
  limit: RequestLimit,
  otherwise: RequestListener,
): RequestListener {
  const ways = routes.filter(isShort).map((route) => ({ route, ...addressOf(route) }))
  const plain = (request: IncomingMessage): PlainRequest | null => {
    const length = plainLength(request)
    if (length === null) return null
    for (const { route, address, names } of ways) {
      if (route.method !== request.method || length > bodyLimit(route)) continue
      const found = address.exec(request.url ?? '')
      if (found !== null)
        return { route, length, params: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])) }
    }
    return null
  }
  return (request, response) => {
    const asked = plain(request)
    const admitted = asked && limit.admit(clientAddress(request, context.settings.trustedProxies))
    if (asked === null || admitted?.pace !== 'usual') otherwise(request, response)
    else void answer(asked, { visitor: admitted.mark, limit }, request, response, context)
  }
}

function isShort(route: Route): route is ShortRoute {
  const { role, body, padded, failures } = route
  return (
    role === 'public' && body?.kind === 'json' && padded === true && failures === 'problem' && !isForOwnPages(route)
  )
}

/** Matches the addresses of a route in which nothing is to be decoded. */
function addressOf({ path }: Route): { readonly address: RegExp; readonly names: readonly string[] } {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  return { names, address: new RegExp(`^${path.replaceAll(/:\w+/g, '([\\w-]+)')}$`) }
}

const PLAIN_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i

/** The length of a body that is plain JSON; null for any other request. */
function plainLength({ headers }: IncomingMessage): number | null {
  const { expect, 'content-type': type = '', 'content-encoding': coding, 'transfer-encoding': transfer } = headers
  if (expect !== undefined || coding !== undefined || transfer !== undefined || !PLAIN_TYPE.test(type)) return null
  const length = Number(headers['content-length'] ?? 0)
  return length > 0 ? length : null
}

async function answer(
  { route, params, length }: PlainRequest,
  { visitor, limit }: { readonly visitor: string; readonly limit: RequestLimit },
  request: IncomingMessage,
  response: ServerResponse,
  context: ServerContext,
): Promise<void> {
  const method = request.method ?? ''
  logRequest(context, method, response, () => route.path)
  const header = (name: string): string | undefined => request.headers[name.toLowerCase()]?.toString()
  const write = (reply: Reply): void => writePaddedData(response, reply, header('accept-encoding'))
  try {
    if (route.limit) limit.count(visitor, route.limit)
    const body = checkedBody(route.body.schema, jsonFrom(await bodyOf(request, length)))
    write(
      await route.handler(
        { params, query: {}, body, header, visitor: () => visitor, staff: null, asking: NOBODY },
        context,
      ),
    )
  } catch (error) {
    const told = toldFailure(context, error, method, route.path)
    if (response.headersSent) response.destroy()
    else write(problemReply(told))
  }
}

/** What comes this way is sent by respondents. */
const NOBODY = { cookie: undefined, userAgent: undefined }

/** Everything that was announced. Node gives no more of it; less comes from a client that went away. */
function bodyOf(request: IncomingMessage, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const [first] = pieces
      resolve(first?.length === length ? first : Buffer.concat(pieces))
    })
    const cutShort = (): void => {
      if (!request.complete) reject(problem('bodyCutShort', {}))
    }
    request.on('error', cutShort)
    request.on('close', cutShort)
  })
}
