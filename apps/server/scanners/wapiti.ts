import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runScanner } from './run-scanner.ts'

/** What wapiti looks at. */
export interface WapitiTarget {
  readonly origin: string
  /** Where it begins; it follows links and forms from there. */
  readonly paths: readonly string[]
  /** Of somebody who is signed in; null: nobody. */
  readonly cookie: string | null
  /** For what it remembers between steps. */
  readonly folder: string
}

/** What wapiti found. */
export interface WapitiFinding {
  readonly kind: string
  readonly path: string
  readonly info: string
}

/** How a scan went. */
export interface WapitiScan {
  /** Addresses and forms that it attacked. */
  readonly attacked: number
  readonly findings: readonly WapitiFinding[]
}

/**
 * Left out: what asks others on the internet for lists (`nikto`, `wapp`) or to be called back (`ssrf`, `xxe`); the server
 * asks no address that anybody names, and reads no XML. `csrf` wants a token in each form: forms of respondents are sent
 * without any cookie, so there is nothing that another site could make use of, and every other route asks where a request
 * comes from (`declared-routes.test.ts`). `buster` guesses thousands of names of files in each folder, which takes
 * longer than all else together; the server gives no file but by a route that names it.
 */
const MODULES = 'all,-nikto,-wapp,-ssrf,-xxe,-csrf,-buster'

/** Headers that it wants and that are right as they are. */
const EXPECTED: readonly RegExp[] = [
  // Switched off on purpose: the filters of old browsers could be used to break pages.
  /^X-XSS-Protection is not set$/,
  // Only behind https, by the proxy that has it: the folder `deploy`.
  /^Strict-Transport-Security is not set$/,
  /^Secure flag is not set/,
]

/** Has wapiti attack pages, for at most so many seconds per kind of attack. */
export async function scanWithWapiti(target: WapitiTarget, secondsPerAttack: number): Promise<WapitiScan> {
  const report = join(target.folder, 'report.json')
  const [first = '/', ...others] = target.paths
  const { output, ended } = await runScanner(
    'wapiti',
    [
      '-u',
      target.origin + first,
      '--scope',
      'domain',
      ...others.flatMap((path) => ['-s', target.origin + path]),
      '-f',
      'json',
      '-o',
      report,
      '--no-bugreport',
      '--flush-session',
      '-v',
      '1',
      '-d',
      '3',
      '-m',
      MODULES,
      '--store-session',
      join(target.folder, 'session'),
      '--store-config',
      join(target.folder, 'config'),
      '--max-scan-time',
      '120',
      '--max-attack-time',
      String(secondsPerAttack),
      ...(target.cookie === null ? [] : ['-H', `Cookie: ${target.cookie}`]),
    ],
    { folder: target.folder, seconds: 600 },
  )
  const attacked = Number(/found (\d+) URLs and forms/.exec(output)?.[1] ?? 0)
  if (!ended || attacked === 0) throw new Error(`wapiti did not come to its end:\n${output.slice(-2000)}`)
  return { attacked, findings: findingsIn(JSON.parse(await readFile(report, 'utf8')) as WapitiReport) }
}

type Entries = Readonly<Record<string, readonly Omit<WapitiFinding, 'kind'>[]>>

interface WapitiReport {
  readonly vulnerabilities: Entries
  readonly anomalies: Entries
}

function findingsIn({ vulnerabilities, anomalies }: WapitiReport): readonly WapitiFinding[] {
  return [...Object.entries(vulnerabilities), ...Object.entries(anomalies)]
    .flatMap(([kind, entries]) => entries.map(({ path, info }) => ({ kind, path, info })))
    .filter(({ info }) => !EXPECTED.some((expected) => expected.test(info)))
}
