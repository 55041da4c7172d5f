import type { Finding } from '@klankbord/model'
import type { Refusal } from './saving.ts'

/** What came back, read to its end. */
export interface Answered {
  readonly status: number
  readonly body: string
  /** The header `Retry-After`. */
  readonly retryAfter: string | null
}

/**
 * What an answer means. `again`: nothing is known of what was sent, so it goes once more; `wait` in milliseconds where the
 * server asked for it. `heard`: whether it was the server that answered. `revision`: what is stored instead, with `newer`.
 */
export type Verdict =
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'again'; readonly wait: number; readonly heard: boolean }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      readonly findings: readonly Finding[]
      readonly revision?: number
    }

/** What the server names of what was sent, where it has stored it. */
export interface Sent {
  readonly id: string
  /** Of a draft. */
  readonly revision?: number
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  accessCodeRefused: 'code',
  answersRefused: 'answers',
  bodyTooLarge: 'tooLarge',
  channelNotOffered: 'otherWay',
  quotaFull: 'full',
  responseConflict: 'conflict',
  responseWithdrawn: 'withdrawn',
  staleDraft: 'newer',
  unknownWave: 'unknownWave',
  waveClosed: 'closed',
  waveNotOpenYet: 'notYet',
  waveSealed: 'sealed',
}

/** What passes by itself: a body that was cut or garbled on its way, patience that ran out, a crowd. */
const PASSING: readonly number[] = [400, 408, 429]

/**
 * Reads an answer. Only what names exactly what was sent acknowledges it, and only a problem of this server refuses it: a
 * portal that asks for a password, a proxy that gave up, and half an answer are as good as none.
 *
 * @param now milliseconds since 1970, for a moment named in `Retry-After`
 */
export function verdictOn({ status, body, retryAfter }: Answered, sent: Sent, now: number): Verdict {
  const told = fieldsOf(body)
  if (status === 200 || status === 201) {
    const same = typeof told['id'] === 'string' && told['id'].toLowerCase() === sent.id.toLowerCase()
    return same && told['revision'] === sent.revision ? { kind: 'acknowledged' } : NOT_HEARD
  }
  const code = typeof told['code'] === 'string' && told['status'] === status ? told['code'] : null
  const wait = waitOf(retryAfter, now)
  if (code === null) return { ...NOT_HEARD, wait }
  if (status >= 500 || PASSING.includes(status)) return { kind: 'again', wait, heard: true }
  const findings = Array.isArray(told['findings']) ? (told['findings'] as readonly Finding[]) : []
  const { revision } = (told['details'] ?? {}) as { readonly revision?: unknown }
  const stored = typeof revision === 'number' ? { revision } : {}
  const refusal = REFUSALS[code] ?? 'refused'
  return {
    kind: 'refused',
    refusal: refusal === 'full' && isOfGroup(told['details']) ? 'fullGroup' : refusal,
    findings,
    ...stored,
  }
}

/** Whether enough people gave one answer, rather than enough in all. */
function isOfGroup(details: unknown): boolean {
  return (details as { readonly group?: unknown } | null | undefined)?.group === true
}

/** Nobody answered, or somebody else did. */
export const NOT_HEARD: Extract<Verdict, { kind: 'again' }> = { kind: 'again', wait: 0, heard: false }

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const told: unknown = JSON.parse(body)
    return typeof told === 'object' && told !== null ? (told as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A proxy that names a day is not believed: who looks again sooner does no harm. */
const LONGEST = 10 * 60_000

function waitOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null || retryAfter.trim() === '') return 0
  const seconds = Number(retryAfter)
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1000
  return wait > 0 ? Math.min(wait, LONGEST) : 0
}
