import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether nobody on another computer gets to this address. @example isLocal('http://localhost:8080') // true */
export function isLocal(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.')
}

/** Says so of an address that is handed to somebody else. */
export function warnOfLocal({ terminal }: Surroundings, url: string): void {
  if (isLocal(url)) terminal.warn(say('addressIsLocal', { url }))
}
