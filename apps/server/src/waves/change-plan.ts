import { problem, type Frame, type Questionnaire } from '@klankbord/model'
import { changeWave, type Wave } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { wantedPlan, type WantedPlan } from './wanted-plan.ts'
import { waveFrame } from './wave-frame.ts'

/** What staff change of a wave. */
export interface WantedChanges extends WantedPlan {
  /** How many people each group has, by its name. */
  readonly populations?: Readonly<Record<string, number>> | undefined
  /** How many of them were asked; as it stands when left out. */
  readonly invited?: number | undefined
}

/**
 * Changes the plan of a wave while people may begin in it or will. Its first day only moves before it has come. Where codes
 * are anonymous, limits hold as they were when it began: by trying one limit after the other somebody could count who
 * answered before their answers are sealed. From when results can be read is often known only afterwards, so that may be said
 * at any time.
 *
 * @throws Problem `waveClosed`, `wavePlanFixed`, those of `wantedPlan`
 */
export async function changePlan(
  context: ServerContext,
  wave: Wave,
  questionnaire: Questionnaire,
  wanted: WantedChanges,
): Promise<Wave> {
  const phase = wavePhase(wave, context.clock)
  const { opensOn, closesOn, resultsFrom, languages, channels, quotas, populations } = wanted
  const plan = { opensOn, closesOn, languages, channels, quotas }
  const replans = Object.values(plan).some((part) => part !== undefined)
  if (replans && (phase === 'finishing' || phase === 'over')) throw problem('waveClosed', { wave: wave.address })
  if (phase !== 'before' && plan.opensOn !== undefined && plan.opensOn !== wave.opensOn)
    throw problem('wavePlanFixed', { wave: wave.address, part: 'opensOn' })
  if (phase !== 'before' && plan.quotas !== undefined && wave.mode === 'codeAnonymous')
    throw problem('wavePlanFixed', { wave: wave.address, part: 'quotas' })
  const planned = await wantedPlan(context, { ...wave, questionnaire }, { ...plan, resultsFrom }, wave)
  // Only what is changed, so that of two researchers who change different parts at once neither undoes the other's.
  const next = {
    ...(opensOn !== undefined && { opensOn: planned.opensOn }),
    ...(closesOn !== undefined && { closesOn: planned.closesOn }),
    ...(resultsFrom !== undefined && { resultsFrom: planned.resultsFrom }),
    ...(languages !== undefined && { languages: planned.languages }),
    ...(channels !== undefined && { channels: planned.channels }),
    ...(quotas !== undefined && { quotas: planned.quotas }),
  }
  return changeWave(
    context.database.db,
    { studyId: wave.studyId, waveId: wave.id },
    { ...next, ...(populations !== undefined && { frame: statedFrame(context, questionnaire, wave, wanted) }) },
  )
}

function statedFrame(
  { clock }: ServerContext,
  questionnaire: Questionnaire,
  { frame }: Wave,
  { populations = {}, invited = frame?.invited ?? 0 }: WantedChanges,
): Frame {
  return waveFrame(questionnaire, { populations, invited, known: 'stated', on: todayAt(clock.now()).today })
}
