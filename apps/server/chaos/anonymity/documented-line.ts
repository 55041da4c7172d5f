import { readFileSync } from 'node:fs'
import type { Passed } from './watched-proxy.ts'

/** The line that the proxy of deploy/nginx.conf writes of a request, or null where it writes none. */
export function documentedLine({ method, uri, status }: Passed): string | null {
  const known: Record<string, string> = {
    time_iso8601: '2026-11-22T23:14:05+00:00',
    request_method: method,
    request_time: '0.020',
    status: String(status),
    uri,
  }
  for (const { of, into, rules } of MAPS) known[into] = mapped(withValues(of, known), rules)
  return ['', '0'].includes(known[CONDITION] ?? '') ? null : withValues(FORMAT, known)
}

/** The same for every request, as it was documented before it was attacked. */
export function lineOfEach(passed: Passed): string {
  return `2026-11-22T23h ${passed.method} ${/^\/[a-z]*/.exec(passed.uri)?.[0] ?? '/'} ${passed.status} 0.020`
}

type Rules = readonly (readonly [string, string])[]

function mapped(value: string, rules: Rules): string {
  for (const [pattern, result] of rules) {
    const fits = pattern.startsWith('~') ? new RegExp(pattern.slice(1)).exec(value) : null
    if (fits) return withValues(result, fits.groups ?? {})
  }
  return rules.find(([pattern]) => pattern === 'default')?.[1] ?? ''
}

function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\{(\w+)\}|\$(\w+)/g,
    (_, braced?: string, plain?: string) => values[braced ?? plain ?? ''] ?? '',
  )
}

const CONF = readFileSync(new URL('../../../../deploy/nginx.conf', import.meta.url), 'utf8')
const FORMAT = found(/log_format klankbord '(.*)';/)
const CONDITION = found(/access_log \S+ klankbord if=\$(\w+);/)
const MAPS = [...CONF.matchAll(/^map "?([^"{]+?)"? \$(\w+) \{([^]*?)^\}/gm)].map(
  ([, of = '', into = '', body = '']) => ({
    of,
    into,
    rules: [...body.matchAll(/^\s+"?([^"\n]+?)"?\s+"?([^"\n;]*)"?;$/gm)].map(
      ([, from = '', to = '']) => [from, to] as const,
    ),
  }),
)

function found(pattern: RegExp): string {
  const match = pattern.exec(CONF)?.[1]
  if (match === undefined) throw new Error(`deploy/nginx.conf has no ${String(pattern)}`)
  return match
}
