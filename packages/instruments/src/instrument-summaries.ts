import type { InstrumentGroup, InstrumentSummary } from '@klankbord/model'
import { compile, lengthOf } from '@klankbord/questionnaire'
import type { Instrument } from './instrument.ts'
import { INSTRUMENTS } from './registry.ts'

const GROUPS: Readonly<Record<string, InstrumentGroup>> = {
  'wmo-client-experience': 'clients',
  'youth-and-parents': 'clients',
  'ambulatory-mental-health': 'clients',
  'shelter-and-sheltered-living': 'clients',
  relatives: 'around',
  professionals: 'around',
  'waiting-times': 'oneSubject',
  'meeting-evaluation': 'oneSubject',
  'one-minute-signal': 'short',
  'monthly-question': 'short',
  'general-themes': 'short',
}

let summaries: readonly InstrumentSummary[] | undefined

/**
 * What somebody who begins a study reads of each instrument, in the order in which they are offered. Compiles them all
 * the first time, which takes a moment; the same list after that.
 *
 * @example instrumentSummaries()[0]?.group // 'clients'
 */
export function instrumentSummaries(): readonly InstrumentSummary[] {
  return (summaries ??= INSTRUMENTS.map(summaryOf))
}

/** @throws Error for an instrument that does not compile or is in no group, which tests forbid */
function summaryOf({ id, title, about, definition, purposeLimits, rights }: Instrument): InstrumentSummary {
  const { questionnaire } = compile(definition)
  const group = GROUPS[id]
  if (questionnaire === null || group === undefined) throw new Error(`instrument cannot be offered: ${id}`)
  const { questions, minutes } = lengthOf(questionnaire)
  return {
    id,
    group,
    title,
    ...about,
    questions,
    allQuestions: questionnaire.questions.length,
    minutes,
    languages: questionnaire.languages,
    limits: purposeLimits.map(({ never, reason }) => ({ never, reason })),
    rights,
  }
}
