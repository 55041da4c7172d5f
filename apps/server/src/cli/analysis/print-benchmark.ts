import { auditAnalysis } from '../../analysis/audit-analysis.ts'
import { benchmark, type BenchmarkRound } from '../../analysis/benchmark.ts'
import type { FollowedFigure } from '../../analysis/followed-figure.ts'
import { waveAt } from '../../respondent/visit.ts'
import { languageIn } from '../language-in.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import type { FollowedOptions } from './print-trend.ts'
import { differenceLine, figureLine, readIn, roundLine } from './round-lines.ts'

export interface BenchmarkOptions extends FollowedOptions {
  readonly wave: string
  /** Addresses of rounds of other studies. */
  readonly with: readonly string[]
}

/** Prints a figure of a round beside that of rounds of other studies, where they may be compared. */
export async function printBenchmark(place: Surroundings, options: BenchmarkOptions): Promise<void> {
  const { data, wave: address, with: addresses, language, json, ...order } = options
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { wave, questionnaire } = await waveAt(context, address)
    languageIn(questionnaire, language)
    const others = await Promise.all(addresses.map(async (one) => (await waveAt(context, one)).wave))
    const told = await benchmark(context, wave.studyId, {
      ...order,
      wave: wave.id,
      others: others.map(({ id, studyId: study }) => ({ study, wave: id })),
    })
    for (const round of [told.own, ...told.others.flatMap((one) => one.round ?? [])]) {
      const seen = { kind: 'benchmark', variables: [order.question], rows: round.answered } as const
      await auditAnalysis(context, null, { studyId: round.study, id: round.wave }, seen)
    }
    if (json === true) return place.terminal.print(JSON.stringify(told, null, 2))
    place.terminal.print(figureLine(told.figure, told.rule))
    place.terminal.print(roundLine(told.own, told.figure, readIn(told.own.title, language)))
    for (const other of told.others)
      for (const line of besideLines(other, told.figure, language)) place.terminal.print(line)
  })
}

function besideLines(other: BenchmarkRound, figure: FollowedFigure, language: string | undefined): readonly string[] {
  const { study, organisation, round, differs } = other
  const name = `${organisation}, ${readIn(study, language)}`
  return [
    round === null ? say('benchmarkStudy', { name }) : roundLine(round, figure, name),
    differenceLine(other, differs, figure),
  ]
}
