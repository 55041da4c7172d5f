import { withdrawalHash } from '@klankbord/pages'
import type { Client } from './clients.ts'

/** What the log of the server, or of a proxy in front of it, says about people. */
export interface LogEvidence {
  readonly lines: number
  /** Of them, of what respondents did and nothing went wrong with. */
  readonly ofRespondents: number
  /** How many things that belong to one person stand in it: ids, codes, hashes, answers. */
  readonly found: number
  /** The names of everything that stands on its lines. */
  readonly fields: readonly string[]
}

/**
 * Looks in a log for whatever belongs to one person. Times and durations are taken away first: they differ from line to
 * line, and that somebody sent at a time is what the attacker knows already.
 *
 * @param hashes of access codes
 */
export function evidenceInLog(log: string, clients: readonly Client[], hashes: ReadonlySet<string>): LogEvidence {
  const told = [...new Set(log.split('\n').map((line) => line.replaceAll(/"(?:time|ms)":\d+,?/g, '')))].join('\n')
  const lines = log.split('\n').filter((line) => line.includes('"msg":"request"'))
  const requests = lines.map((line) => JSON.parse(line) as { readonly route: string; readonly status: number })
  const secrets = clients.flatMap(({ sender, code, withdrawal }) => [
    sender.id,
    code,
    code.replaceAll('-', ''),
    withdrawal,
    withdrawal.replaceAll('-', ''),
    withdrawalHash(withdrawal),
    ...Object.values(sender.answers).filter((answer) => typeof answer === 'string'),
  ])
  return {
    lines: lines.length,
    ofRespondents: requests.filter(({ route, status }) => /^\/(?:v|api\/waves)\//.test(route) && status < 500).length,
    found: [...secrets, ...hashes, '127.0.0.1'].filter((secret) => told.includes(secret)).length,
    fields: [...new Set(requests.flatMap((request) => Object.keys(request)))].toSorted(),
  }
}
