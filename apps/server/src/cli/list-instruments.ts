import { instrumentSummaries } from '@klankbord/instruments'
import { localize, type InstrumentSummary } from '@klankbord/model'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Prints what there is to begin with: what each measures, for whom, how long it takes and what it must not be used for. */
export function printInstruments({ terminal }: Surroundings, { language }: { readonly language: string }): void {
  const summaries = instrumentSummaries()
  for (const summary of summaries) terminal.print(instrumentLines(summary, language).join('\n'))
  terminal.print(say('instrumentCount', { count: summaries.length }))
}

function instrumentLines(summary: InstrumentSummary, language: string): readonly string[] {
  const { id, title, measures, forWhom, notFor, questions, allQuestions: all, minutes, languages, limits } = summary
  const read = (text: InstrumentSummary['title']): string => localize(text, language, 'en')
  const fewer = questions < all ? 'yes' : 'no'
  return [
    say('instrumentLine', { id, title: read(title) }),
    say('instrumentMeasures', { text: read(measures) }),
    say('instrumentForWhom', { text: read(forWhom) }),
    say('instrumentNotFor', { text: read(notFor) }),
    ...limits.map(({ never, reason }) => say('instrumentLimit', { never, reason: read(reason) })),
    say('instrumentLength', { all, fewer, questions, minutes, languages: languages.join(', ') }),
  ]
}
