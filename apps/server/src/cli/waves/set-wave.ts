import { localize } from '@klankbord/model'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { changePlan } from '../../waves/change-plan.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { typedPlan, type PlanOptions } from './plan-options.ts'
import { waveAddresses } from './wave-addresses.ts'
import { waveLines } from './wave-lines.ts'

export interface WaveSetting extends PlanOptions {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  /** How many people each group has. */
  readonly population: Readonly<Record<string, number>>
  /** The question whose answers these groups are. */
  readonly populationOf?: string
  readonly invited?: number
}

/** Changes what is planned of a wave and says how it stands now. @returns 1 when nothing was named to change */
export async function setWave(place: Surroundings, order: WaveSetting): Promise<ExitCode> {
  const { data, wave, population, populationOf, invited } = order
  const populations = Object.keys(population).length === 0 ? undefined : population
  const changes = { ...typedPlan(order), populations, populationsOf: populationOf, invited }
  const changed = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  if (changed.every((name) => name === 'invited' || name === 'populationsOf')) {
    place.terminal.warn(say('nothingToSet'))
    return 1
  }
  return inWorkplace<ExitCode>(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    await changePlan(context, opened.wave, opened.questionnaire, changes)
    const { studyId, waveId } = referenceOf(opened)
    await audit(context, null, { action: 'wave.planned', studyId, details: { wave: waveId, changed } })
    for (const line of waveLines(await waveAt(context, wave), context.clock)) place.terminal.print(line)
    return 0
  })
}

/** Prints what is planned of a wave. */
export async function showWave(
  place: Surroundings,
  { data, wave }: { readonly data: string; readonly wave: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    place.terminal.print(
      say('waveNamed', { address: opened.wave.address, title: localize(opened.wave.title, 'en', 'nl') }),
    )
    for (const line of waveAddresses(place, { data }, opened.wave)) place.terminal.print(line)
    for (const line of waveLines(opened, context.clock)) place.terminal.print(line)
  })
}
