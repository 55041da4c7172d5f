import { auditAnalysis } from '../../analysis/audit-analysis.ts'
import { trendOfQuestion } from '../../analysis/trend-of-question.ts'
import { waveAt } from '../../respondent/visit.ts'
import { languageIn } from '../language-in.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { differenceLine, figureLine, readIn, roundLine } from './round-lines.ts'

/** What is followed from round to round, or set beside other studies. */
export interface FollowedOptions {
  readonly data: string
  readonly question: string
  readonly answers?: readonly number[]
  readonly leastDifference?: number
  readonly language?: string
  readonly json?: boolean
}

/** Prints how a figure went from round to round; one address alone stands for all rounds of its study. */
export async function printTrend(
  place: Surroundings,
  { data, wave: addresses, language, json, ...order }: FollowedOptions & { readonly wave: readonly string[] },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await Promise.all(addresses.map((address) => waveAt(context, address)))
    for (const { questionnaire } of opened) languageIn(questionnaire, language)
    const studyId = opened[0]?.wave.studyId ?? ''
    const waves = opened.length > 1 ? opened.map(({ wave }) => wave.id) : undefined
    const trend = await trendOfQuestion(context, studyId, { ...order, waves })
    for (const { study, wave, answered } of trend.rounds) {
      const seen = { kind: 'trend', variables: [order.question], rows: answered } as const
      await auditAnalysis(context, null, { studyId: study, id: wave }, seen)
    }
    if (json === true) return place.terminal.print(JSON.stringify(trend, null, 2))
    const { figure, rounds, steps, whole, rule } = trend
    place.terminal.print(figureLine(figure, rule))
    for (const [at, round] of rounds.entries()) {
      const step = steps[at - 1]
      if (step) place.terminal.print(differenceLine(step, step.differs, figure))
      place.terminal.print(roundLine(round, figure, readIn(round.title, language)))
    }
    if (whole) {
      const from = rounds.find(({ wave }) => wave === whole.from)
      place.terminal.print(say('trendWhole', { name: readIn(from?.title ?? {}, language) }))
      place.terminal.print(differenceLine(whole, whole.differs, figure))
    }
  })
}
