import type { PagePolicy } from './security-headers.ts'

/** A header, or one that is sent several times. */
export type ReplyHeaders = Readonly<Record<string, string | readonly string[]>>

/** What a handler answers: plain data, written out in one place. */
export interface Reply {
  readonly status: number
  readonly headers?: ReplyHeaders
  readonly content:
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'page'; readonly html: string; readonly policy: PagePolicy }
    | { readonly kind: 'text'; readonly text: string; readonly mediaType: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly mediaType: string }
    | {
        readonly kind: 'file'
        readonly folder: string
        readonly name: string
        readonly policy: PagePolicy
        readonly ranges?: boolean
      }
    | { readonly kind: 'nothing' }
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: ReplyHeaders = {}): Reply {
  return { status, headers, content: { kind: 'json', value } }
}

/** An HTML page under the policy of its kind. */
export function page(status: number, html: string, policy: PagePolicy, headers: ReplyHeaders = {}): Reply {
  return { status, headers, content: { kind: 'page', html, policy } }
}

/** An answer without a body. */
export function nothing(status: number, headers: ReplyHeaders = {}): Reply {
  return { status, headers, content: { kind: 'nothing' } }
}
