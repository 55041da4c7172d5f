import type { Finding } from '@klankbord/model'
import { say } from './say.ts'

/** A finding on one line: where, what, and what was probably meant. */
export function findingLine({ severity, path, message, suggestion }: Finding): string {
  const sentence = suggestion === undefined ? message : say('suggestion', { sentence: message, suggestion })
  return say(severity === 'block' ? 'findingBlock' : 'findingHint', { path: path || '/', message: sentence })
}
