import { computed, type Figure, type LocalizedText } from '@klankbord/model'
import { auditAnalysis } from '../../analysis/audit-analysis.ts'
import { waveResponse, type WaveResponse } from '../../analysis/wave-response.ts'
import type { GroupOnList, GroupsOnList } from '../../analysis/who-is-missing.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { atWave, type AnalysisOptions } from './at-wave.ts'
import { percent, toldFigure } from './told-figures.ts'

type Read = (text: LocalizedText) => string

/** Prints who answered a wave and who is missing, or that nobody can know. */
export async function printResponse(place: Surroundings, options: AnalysisOptions): Promise<void> {
  await atWave(place, options, async ({ context, wave, read }) => {
    const response = await waveResponse(context, wave)
    const variables = response.missing.map(({ variable }) => variable)
    await auditAnalysis(context, null, wave, { kind: 'response', variables, rows: response.answered })
    if (options.json === true) return place.terminal.print(JSON.stringify(response, null, 2))
    for (const line of responseLines(response, read)) place.terminal.print(line)
  })
}

function responseLines(response: WaveResponse, read: Read): readonly string[] {
  const { basis, answered, reached, rate, byGroup, rounded, missing } = response
  if (basis === 'none')
    return [say('responseWithoutRate', { answered }), ...missing.flatMap((one) => missingLines(one, read))]
  return [
    say('responseRate', { answered, reached: reached ?? 0, rate: rate === null ? '' : toldFigure(rate, percent) }),
    ...(byGroup ? groupLines(byGroup) : []),
    ...(rounded ?? []).map(({ strata, made, usedAtLeast: used }) =>
      say('codeCountRounded', { stratum: strata.map(named).join(' + '), made, used }),
    ),
    ...missing.flatMap((one) => missingLines(one, read)),
  ]
}

function groupLines({ strata, representativity }: NonNullable<WaveResponse['byGroup']>): readonly string[] {
  return [
    ...strata.map(({ stratum, asked, unreachable, answered, rate, verdict }) =>
      say('responseGroup', {
        group: named(stratum),
        answered,
        reached: asked - unreachable,
        rate: toldFigure(rate, percent),
        verdict,
      }),
    ),
    ...(computed<number>(representativity) && strata.length > 1
      ? [say('responseRepresentativity', { indicator: representativity.toFixed(2) })]
      : []),
  ]
}

function missingLines({ variable, groups, unknown, hidden }: GroupsOnList, read: Read): readonly string[] {
  const unshown = [...hidden.map(({ label }) => read(label)), ...(unknown === null ? [say('missingUnsaid')] : [])]
  return [
    say('missingBy', { variable }),
    ...groups.map((group) => missingLine(group, read)),
    ...(unknown !== null && unknown > 0 ? [say('missingUnknown', { people: unknown })] : []),
    ...(unshown.length > 0 ? [say('missingHidden', { groups: unshown.join(', ') })] : []),
  ]
}

function missingLine(group: GroupOnList, read: Read): string {
  const { label, people, answered, shareOfPeople, shareOfAnswers, missing, doesNotFit, verdict } = group
  const share = (figure: Figure): string => toldFigure(figure, percent)
  return say('missingGroup', {
    group: read(label),
    people,
    answered,
    ofPeople: share(shareOfPeople),
    ofAnswers: share(shareOfAnswers),
    short: Math.max(0, Math.round(missing)),
    surplus: Math.max(0, -Math.round(missing)),
    verdict: doesNotFit ? 'doesNotFit' : verdict,
  })
}

const named = (stratum: string): string => (stratum === '' ? '-' : stratum)
