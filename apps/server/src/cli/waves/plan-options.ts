import { OFFERED_CHANNELS, type OfferedChannel } from '@klankbord/model'
import { InvalidArgumentError, type Command } from 'commander'
import type { WantedPlan } from '../../waves/wanted-plan.ts'
import type { WantedQuotas } from '../../waves/wanted-quotas.ts'
import { say } from '../say.ts'

/** What was typed of a plan. */
export interface PlanOptions {
  /** ISO dates; null where somebody typed "none". */
  readonly opens?: string | null
  readonly closes?: string | null
  readonly results?: string | null
  readonly languages?: readonly string[] | null
  readonly channels?: readonly OfferedChannel[]
  readonly limit?: WantedQuotas | null
}

/** The options of every command that plans a wave. */
export function planOptions(command: Command): Command {
  return command
    .option('--opens <date>', say('optionOpens'), dateOrNone)
    .option('--closes <date>', say('optionCloses'), dateOrNone)
    .option('--results <date>', say('optionResults'), dateOrNone)
    .option('--languages <codes>', say('optionLanguages'), namesOrNone)
    .option('--channels <ways>', say('optionChannels'), ways)
    .option('--limit <most>', say('optionLimit'), limits)
}

/** The plan that was typed, of which a wave keeps what was left out. */
export function typedPlan({ opens, closes, results, languages, channels, limit }: PlanOptions): WantedPlan {
  return {
    opensOn: takenBack(opens),
    closesOn: takenBack(closes),
    resultsFrom: takenBack(results),
    languages: takenBack(languages),
    channels,
    quotas: takenBack(limit),
  }
}

const NONE = 'none'

/** The reader of options makes an empty text of a value that was read as null. */
function takenBack<Part>(part: Part): Part | null {
  return part === '' ? null : part
}

function dateOrNone(typed: string): string | null {
  if (typed === NONE) return null
  const day = new Date(`${typed}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(day.getTime())
  if (!isDay || day.toISOString().slice(0, 10) !== typed) throw new InvalidArgumentError(say('notADate'))
  return typed
}

function namesOrNone(typed: string): readonly string[] | null {
  return typed === NONE ? null : namesIn(typed)
}

function ways(typed: string): readonly OfferedChannel[] {
  return namesIn(typed).map((name) => {
    const channel = OFFERED_CHANNELS.find((known) => known === name)
    if (channel === undefined) throw new InvalidArgumentError(say('notAWay', { known: OFFERED_CHANNELS.join(', ') }))
    return channel
  })
}

function namesIn(typed: string): readonly string[] {
  return [...new Set(typed.split(',').map((name) => name.trim()))].filter((name) => name !== '')
}

/** One limit at a time: "200" of everybody, "area:Oost=60" of who gave an answer, "none" for no limits. */
function limits(typed: string, before: WantedQuotas | null = {}): WantedQuotas | null {
  if (typed === NONE) return null
  if (/^\d{1,9}$/.test(typed)) return { ...before, total: Number(typed) }
  const { variable, answer, most } = /^(?<variable>[^:=]+):(?<answer>.+)=(?<most>\d{1,9})$/.exec(typed)?.groups ?? {}
  const by = before?.by
  if (!variable || !answer || !most || (by !== undefined && by.variable !== variable))
    throw new InvalidArgumentError(say('notALimit'))
  return { ...before, by: { variable, most: { ...by?.most, [answer]: Number(most) } } }
}
