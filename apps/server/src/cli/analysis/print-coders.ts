import { readCodingsCsv } from '@klankbord/exchange'
import { computed, type NotComputed } from '@klankbord/model'
import type { CodeLevel, CohensKappa, Interval, KrippendorffsAlpha } from '@klankbord/statistics'
import { codersAgreement, type CodersAgreement } from '../../analysis/coders-agreement.ts'
import type { ExitCode } from '../exit-code.ts'
import { readTextFile } from '../read-text-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { decimals, percent, toldInterval, toldReason } from './told-figures.ts'

export interface CodersOptions {
  /** Columns to read; refused with fewer than two. */
  readonly coder?: readonly string[]
  readonly level: CodeLevel
  /** Codes from the lowest to the highest, apart by commas. */
  readonly order?: string
  readonly json?: boolean
}

/** Prints how well people agree who gave codes to answers in own words. No code of a single answer is printed. */
export async function printCoders(
  { terminal }: Surroundings,
  file: string,
  { coder, level, order: typed, json }: CodersOptions,
): Promise<ExitCode> {
  const codings = await readCodingsCsv(await readTextFile(file), coder ?? [])
  const order = typed?.split(',').map((code) => code.trim())
  const given = new Set(codings.answers.flat().filter((code) => code !== ''))
  if (order !== undefined && [...given].some((code) => !order.includes(code))) {
    terminal.warn(say('codersOrderLacks', { order: order.join(', ') }))
    return 1
  }
  const found = codersAgreement(codings, { level, order })
  if (json === true) terminal.print(JSON.stringify(found, null, 2))
  else for (const line of agreementLines(found)) terminal.print(line)
  return 0
}

function agreementLines({ coders, codes, answers, level, kappa, alpha }: CodersAgreement): readonly string[] {
  return [
    say('codersWho', { coders: coders.join(', '), answers, codes: codes.length, level }),
    ...(kappa === undefined ? [] : [kappaLine(kappa, level)]),
    alphaLine(alpha),
  ]
}

function kappaLine(kappa: NonNullable<CodersAgreement['kappa']>, level: CodeLevel): string {
  if (!computed<CohensKappa>(kappa)) return say('codersWithoutKappa', { why: toldReason(kappa) })
  const { kappa: figure, interval, observed, expected, n } = kappa
  const shares = { observed: percent(observed), expected: percent(expected) }
  return say('codersKappa', { kappa: decimals(figure), interval: toldSpread(interval), ...shares, n, level })
}

function alphaLine(alpha: CodersAgreement['alpha']): string {
  if (!computed<KrippendorffsAlpha>(alpha)) return say('codersWithoutAlpha', { why: toldReason(alpha) })
  const { alpha: figure, interval, units } = alpha
  const verdict = figure >= FIRM ? 'firm' : figure >= TENTATIVE ? 'tentative' : 'low'
  return say('codersAlpha', { alpha: decimals(figure), interval: toldSpread(interval), units, verdict })
}

/** Without a spread: coders always agreed, or one of them always gave the same code, which makes nothing sure. */
const toldSpread = (interval: Interval | NotComputed): string =>
  computed<Interval>(interval) ? toldInterval(interval) : say('codersWithoutInterval')

/** From which alpha on Krippendorff (2004) draws conclusions, and from which he does so with care. */
const FIRM = 0.8
const TENTATIVE = 0.667
