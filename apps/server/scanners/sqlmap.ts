import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ApiRequest } from './api-requests.ts'
import { runScanner } from './run-scanner.ts'

/** Whom sqlmap asks, and as whom. */
export interface SqlmapTarget {
  readonly origin: string
  readonly cookie: string | null
  readonly folder: string
}

/** How the parameters of one request fared. */
export interface SqlmapScan {
  /** Sentences in which sqlmap says that something can be injected, or could be. */
  readonly findings: readonly string[]
  /** Whether it tried all parameters in the time that it had. */
  readonly ended: boolean
}

const SUSPECTS =
  /^.*(?:might be injectable|appears to be .* injectable|is vulnerable|identified the following injection|might be vulnerable to).*$/gim

/** What it took back itself a moment later. */
const TAKEN_BACK = /false positive or unexploitable injection point detected/i

/**
 * Has sqlmap try every part of an address, every parameter, and every field of a body.
 *
 * @param level 2 tries the cookies as well
 */
export async function scanWithSqlmap(
  { origin, cookie, folder }: SqlmapTarget,
  request: ApiRequest,
  { level, seconds }: { readonly level: 1 | 2; readonly seconds: number },
): Promise<SqlmapScan> {
  const file = join(folder, 'request.txt')
  await writeFile(file, requestText(origin, request, cookie))
  const { output, ended } = await runScanner(
    'sqlmap',
    [
      '-r',
      file,
      '--batch',
      '--ignore-stdin',
      '--disable-coloring',
      '--flush-session',
      '--dbms=postgresql',
      `--level=${level}`,
      '--risk=1',
      '--technique=BEUST',
      '--time-sec=2',
      '-v',
      '1',
      '--ignore-code=401,404',
      '--output-dir',
      join(folder, 'sqlmap'),
    ],
    { folder, seconds },
  )
  const tried = /all tested parameters do not appear to be injectable|no parameter\(s\) found/.test(output)
  const findings = TAKEN_BACK.test(output) && tried ? [] : [...output.matchAll(SUSPECTS)].map(([line]) => line)
  if (ended && !tried && findings.length === 0) throw new Error(`sqlmap tried nothing:\n${output.slice(-2000)}`)
  return { findings, ended: ended && tried }
}

/** A request as it goes over the wire, with a star behind each part of the address that is a value. */
function requestText(origin: string, { method, route, path, body }: ApiRequest, cookie: string | null): string {
  const [address = '', query] = path.split('?')
  const values = new Set(route.split('/').flatMap((part, at) => (part.startsWith('{') ? [at] : [])))
  const marked = address
    .split('/')
    .map((part, at) => (values.has(at) ? `${part}*` : part))
    .join('/')
  const asked =
    query === undefined
      ? ''
      : `?${query
          .split('&')
          .map((one) => `${one}*`)
          .join('&')}`
  const lines = [
    `${method} ${marked}${asked} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
    ...(body === null ? [] : [`Content-Type: ${body.type}`]),
  ]
  return `${lines.join('\n')}\n\n${body?.text ?? ''}\n`
}
