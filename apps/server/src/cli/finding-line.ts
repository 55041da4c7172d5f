import type { Finding } from '@klankbord/model'
import type { TextPlace } from './json-places.ts'
import { say } from './say.ts'

/** A finding on one line: where, what, and what was probably meant. */
export function findingLine({ severity, path, message, suggestion }: Finding, at: TextPlace | null = null): string {
  const sentence = suggestion === undefined ? message : say('suggestion', { sentence: message, suggestion })
  return say(severity === 'block' ? 'findingBlock' : 'findingHint', { path: placeLine(path, at), message: sentence })
}

/** Where something is: line and column, where they are known, and the path. */
export function placeLine(path: string, at: TextPlace | null): string {
  return at === null ? path || '/' : `${at.line}:${at.column} ${path || '/'}`
}
