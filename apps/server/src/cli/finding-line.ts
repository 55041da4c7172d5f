import type { Finding } from '@klankbord/model'
import type { TextPlace } from './json-places.ts'
import { say } from './say.ts'

/** A finding on one line: where, what, and what was probably meant. */
export function findingLine({ severity, path, message, suggestion }: Finding, at: TextPlace | null = null): string {
  const sentence = suggestion === undefined ? message : say('suggestion', { sentence: message, suggestion })
  const place = at === null ? path || '/' : `${at.line}:${at.column} ${path || '/'}`
  return say(severity === 'block' ? 'findingBlock' : 'findingHint', { path: place, message: sentence })
}
