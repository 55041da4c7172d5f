import { problem, type WaveMode } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import { openLatest, TRY_OUT_DAYS, WAVE_MODES } from '../../study/open-latest.ts'
import { audit } from '../../staff/audit.ts'
import { studyNamed } from '../../study/study-named.ts'
import { knownAddress } from '../known-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { typedPlan, type PlanOptions } from '../waves/plan-options.ts'
import { waveAddresses } from '../waves/wave-addresses.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface WaveOrder extends PlanOptions {
  readonly data: string
  readonly mode: string
  readonly title?: string
  readonly portion?: number
  readonly graceDays?: number
  readonly tryOut?: boolean
  /** After how many days a try-out erases itself. */
  readonly days?: number
}

/**
 * How people get in, as it was typed.
 *
 * @throws Problem `waveModeNotAvailable`
 */
export function waveMode(typed: string): WaveMode {
  const mode = WAVE_MODES.find((one) => one === typed)
  if (mode === undefined) throw problem('waveModeNotAvailable', { mode: typed, available: WAVE_MODES })
  return mode
}

/** What to know and to do next of a wave that asks for codes. */
export function codeLines({ mode, portion, address }: Wave): readonly string[] {
  if (mode === 'open') return []
  const waits = mode === 'codeAnonymous' ? [say('portionNext', { portion, needed: 2 * portion })] : []
  return [...waits, say('codesNext', { address })]
}

/** Opens a wave of a study with its latest version, and says where it is. */
export async function openStudyWave(place: Surroundings, study: string, order: WaveOrder): Promise<void> {
  const mode = waveMode(order.mode)
  const { data, title, portion, graceDays, tryOut = false, days = TRY_OUT_DAYS } = order
  if (!tryOut && order.days !== undefined) throw problem('daysWithoutTryOut', {})
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place, knownAddress(data)) }, async ({ context }) => {
    const year = todayAt(context.clock.now()).today.slice(0, 4)
    const wave = await openLatest(context, await studyNamed(context, study), {
      title: {
        nl: title ?? say('nextWave', { language: 'nl', year }),
        ...(title ? {} : { en: say('nextWave', { language: 'en', year }) }),
      },
      mode,
      portion,
      graceDays,
      ...typedPlan(order),
      ...(tryOut && { tryOutDays: days }),
    })
    const { address } = wave
    const action = tryOut ? 'wave.triedOut' : 'wave.opened'
    await audit(context, null, { action, studyId: wave.studyId, details: { wave: wave.id, mode } })
    place.terminal.print(say('waveMade', { address }))
    for (const line of waveAddresses(place, order, wave)) place.terminal.print(line)
    for (const line of codeLines(wave)) place.terminal.print(line)
    if (wave.opensOn !== null) place.terminal.print(say('waveOpensOn', { date: wave.opensOn }))
    if (wave.erasesOn !== null) place.terminal.print(say('waveTriesOut', { erasesOn: wave.erasesOn }))
  })
}
