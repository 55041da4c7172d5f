import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runScanner } from './run-scanner.ts'
import type { Trial } from './trials.ts'

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
  /** How many parameters it tried to the end. */
  readonly tried: number
  /** What it said last. */
  readonly said: string
}

const SUSPECTS =
  /^.*(?:might be injectable|appears to be .* injectable|is vulnerable|identified the following injection|might be vulnerable to).*$/gim

/** What it took back itself a moment later. */
const TAKEN_BACK = /false positive or unexploitable injection point detected/i

/** What it says of each parameter when it is through with it. */
const NOTHING_THERE = /parameter '[^']+' does not seem to be injectable/g

/** Has sqlmap try everything that has a star, for at most so many seconds. */
export async function scanWithSqlmap(
  { origin, cookie, folder }: SqlmapTarget,
  trial: Trial,
  seconds: number,
): Promise<SqlmapScan> {
  const file = join(folder, 'request.txt')
  await writeFile(file, requestText(origin, trial, cookie))
  const { output } = await runScanner('sqlmap', ['-r', file, ...OPTIONS, '--output-dir', join(folder, 'sqlmap')], {
    folder,
    seconds,
  })
  const tried = [...output.matchAll(NOTHING_THERE)].length
  const isTakenBack = TAKEN_BACK.test(output) && tried >= trial.parameters.length
  const findings = isTakenBack ? [] : [...output.matchAll(SUSPECTS)].map(([line]) => line)
  return { findings, tried, said: output.slice(-600) }
}

const OPTIONS: readonly string[] = [
  '--batch',
  '--ignore-stdin',
  '--disable-coloring',
  '--flush-session',
  '--dbms=postgresql',
  '--level=1',
  '--risk=1',
  '--technique=BEUST',
  '--time-sec=2',
  '-v',
  '1',
  '--ignore-code=401,404',
]

/** A request as it goes over the wire. */
function requestText(origin: string, { method, path, body, isCookieTried }: Trial, cookie: string | null): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    ...(cookie === null ? [] : [`Cookie: ${cookie}${isCookieTried ? '*' : ''}`]),
    ...(body === null ? [] : [`Content-Type: ${body.type}`]),
  ]
  return `${lines.join('\n')}\n\n${body?.text ?? ''}\n`
}
